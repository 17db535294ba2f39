#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/content_hash.h"
#include "model/html.h"
#include "view/kept_texts.h"
#include "view/name.h"

namespace lamppost {

/// What a template sees: text (escaped where it goes in), markup, a flag, a list or a map.
/// Knows nothing of the template language.
class View {
 public:
  class Map;
  using List = std::vector<View>;

  View() = default;  ///< the flag `false`
  // NOLINTBEGIN(google-explicit-constructor, hicpp-explicit-conversions): written like a literal
  View(bool flag) : data_(flag) {}
  View(std::string text) : data_(std::move(text)) {}
  View(std::string_view text) : data_(std::string(text)) {}
  View(const char* text) : data_(std::string(text)) {}
  View(Html markup) : data_(std::move(markup)) {}
  View(List list) : data_(std::move(list)) {}
  View(Map map);
  // NOLINTEND(google-explicit-constructor, hicpp-explicit-conversions)

  /// The same view as one that is not copied when it is put into another: for what many pages show.
  /// Not changed any more.
  [[nodiscard]] static View shared(View view);

  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&plain().data_); }
  [[nodiscard]] const Html* html() const { return std::get_if<Html>(&plain().data_); }
  [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&plain().data_); }
  [[nodiscard]] const List* list() const { return std::get_if<List>(&plain().data_); }
  [[nodiscard]] const Map* map() const { return std::get_if<Map>(&plain().data_); }
  [[nodiscard]] List* list();
  [[nodiscard]] Map* map();

  /// The value of a name in a map, or null.
  [[nodiscard]] const View* find(Name name) const;
  [[nodiscard]] View* find(Name name);

  /// Adds a name to a map; no name is added twice. The flag `false` becomes a map by it.
  void set(Name name, View value);

  /// What a shared view was printed as by a program with this key; null where nobody has kept that.
  [[nodiscard]] const std::string* kept(const Hash128& program) const;

  /// Keeps that for as long as the view is there; only a shared one does. Any thread may call.
  void keep(const Hash128& program, std::string_view printed) const;

  /// Equal for equal views, whether or not parts of them are shared the same way.
  [[nodiscard]] Hash128 hash() const;

  friend bool operator==(const View& a, const View& b);

 private:
  struct Held;
  using Shared = std::shared_ptr<const Held>;

  /// What is behind a shared view, or this one.
  [[nodiscard]] const View& plain() const;
  /// A view of its own that can be changed.
  View& own();
  /// Everything that makes it what it is, as bytes.
  void append_bytes(std::string& bytes) const;
  static void append_hashed(std::string& bytes, const View& inner);

 public:
  /// A name with its value, as a map is written down.
  struct Entry;

  /// Names with their values, in the order they were added.
  class Map {
   public:
    Map() = default;
    Map(std::initializer_list<Entry> entries);  ///< takes the values, without copying them

    void add(Name name, View value);
    /// Gives back the room for names that will not be added.
    void shrink_to_fit();

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] bool empty() const { return names_.empty(); }
    [[nodiscard]] Name name(std::size_t index) const { return names_[index]; }
    [[nodiscard]] const View& value(std::size_t index) const { return values_[index]; }
    [[nodiscard]] View& value(std::size_t index) { return values_[index]; }

    /// The place of a name; `size()` where there is none.
    [[nodiscard]] std::size_t place_of(Name name) const;

    friend bool operator==(const Map&, const Map&) = default;

   private:
    std::vector<Name> names_;
    std::vector<View> values_;
  };

 private:
  std::variant<bool, std::string, Html, List, Map, Shared> data_ = false;
};

struct View::Entry {
  Name name;
  mutable View value;  ///< mutable: an initializer list lets nothing be moved out of it otherwise
};

/// A view that others share, with its hash, which is asked for by every page that shows it, and
/// what it was printed as.
struct View::Held {
  View view;
  Hash128 hash;
  mutable KeptTexts printed;
};

inline const View& View::plain() const {
  const auto* shared = std::get_if<Shared>(&data_);
  return shared == nullptr ? *this : (*shared)->view;
}

/// A text or markup, or `false` where it is empty: a template's section takes an empty text for
/// true.
[[nodiscard]] View optional_text(std::string text);
[[nodiscard]] View optional_html(Html markup);

/// Adds a list under the one name, and under the other whether it has an entry: a section over the
/// list repeats, one over the flag stands once around it. The list may be a shared view.
void add_list(View& view, Name name, Name has, View list);

/// The same for the names `topics` and `has_topics`.
template <Literal name>
void set_list(View& view, View::List list) {
  add_list(view, ListName<name>::list, ListName<name>::has, View(std::move(list)));
}

/// The same for a list that is one view already, perhaps a shared one.
template <Literal name>
void set_list_view(View& view, View list) {
  add_list(view, ListName<name>::list, ListName<name>::has, std::move(list));
}

}  // namespace lamppost
