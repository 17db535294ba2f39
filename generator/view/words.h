#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "model/language.h"
#include "model/theme.h"
#include "view/view.h"

namespace lamppost {

/// The theme's texts in one language. A text that the language lacks is the English one, and where
/// that is missing too, the key: a page is never without a word.
/// Looks into the theme and the language given, which must outlive it.
class Words {
 public:
  /// What stands in for `{name}` in a text.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Words(const Theme& theme, const Language& language);

  [[nodiscard]] std::string text(const std::string& key) const;
  [[nodiscard]] std::string text(const std::string& key, Values values) const;

  /// The form of a text that goes with a number; `{n}` is the number as the language writes it.
  [[nodiscard]] std::string count(const std::string& key, std::uint64_t number) const;

  /// All texts as `t` in templates: dotted keys become nested maps, of plural forms the `other`.
  /// The names are the English file's, so that they are the same in every language.
  [[nodiscard]] View all() const;

 private:
  [[nodiscard]] const ThemeString* find(const std::string& key) const;

  const Language& language_;
  const ThemeStrings* own_ = nullptr;
  const ThemeStrings* english_ = nullptr;
};

}  // namespace lamppost
