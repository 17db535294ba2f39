#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "model/language.h"
#include "model/theme.h"

namespace lamppost {

/// The theme's texts in one language. A text that the language lacks is the English one, and where
/// that is missing too, the key: nothing is ever without a word.
/// Looks into the theme and the language given, which must outlive it.
class Phrases {
 public:
  /// What stands in for `{name}` in a text.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Phrases(const Theme& theme, const Language& language);

  [[nodiscard]] std::string text(const std::string& key) const;
  [[nodiscard]] std::string text(const std::string& key, Values values) const;

  /// The form of a text that goes with a number; `{n}` is the number as the language writes it.
  [[nodiscard]] std::string count(const std::string& key, std::uint64_t number) const;

 protected:
  /// The texts that give the names: the English ones where there are any; null where there is none.
  [[nodiscard]] const ThemeStrings* names() const { return english_ != nullptr ? english_ : own_; }

 private:
  [[nodiscard]] const ThemeString* find(const std::string& key) const;

  const Language& language_;
  const ThemeStrings* own_ = nullptr;
  const ThemeStrings* english_ = nullptr;
};

}  // namespace lamppost
