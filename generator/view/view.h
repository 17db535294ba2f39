#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/html.h"

namespace lamppost {

/// What a template sees: text (escaped where it goes in), markup, a flag, a list or a map.
/// Knows nothing of the template language.
class View {
 public:
  using List = std::vector<View>;
  using Map = std::vector<std::pair<std::string, View>>;

  View() = default;  ///< the flag `false`
  // NOLINTBEGIN(google-explicit-constructor, hicpp-explicit-conversions): written like a literal
  View(bool flag) : data_(flag) {}
  View(std::string text) : data_(std::move(text)) {}
  View(std::string_view text) : data_(std::string(text)) {}
  View(const char* text) : data_(std::string(text)) {}
  View(Html markup) : data_(std::move(markup)) {}
  View(List list) : data_(std::move(list)) {}
  View(Map map) : data_(std::move(map)) {}
  // NOLINTEND(google-explicit-constructor, hicpp-explicit-conversions)

  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const Html* html() const { return std::get_if<Html>(&data_); }
  [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const List* list() const { return std::get_if<List>(&data_); }
  [[nodiscard]] const Map* map() const { return std::get_if<Map>(&data_); }
  [[nodiscard]] List* list() { return std::get_if<List>(&data_); }
  [[nodiscard]] Map* map() { return std::get_if<Map>(&data_); }

  /// The value of a name in a map, or null.
  [[nodiscard]] const View* find(std::string_view name) const;
  [[nodiscard]] View* find(std::string_view name);

  /// Adds a name to a map; no name is added twice. The flag `false` becomes a map by it.
  void set(std::string name, View value);

  friend bool operator==(const View&, const View&) = default;

 private:
  std::variant<bool, std::string, Html, List, Map> data_ = false;
};

/// A text or markup, or `false` where it is empty: a template's section takes an empty text for
/// true.
[[nodiscard]] View optional_text(std::string text);
[[nodiscard]] View optional_html(Html markup);

/// Adds a list under its name, and under `has_<name>` whether it has an entry: a section over the
/// list repeats, one over the flag stands once around it.
void set_list(View& view, const std::string& name, View::List list);

}  // namespace lamppost
