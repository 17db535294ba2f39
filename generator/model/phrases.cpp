#include "model/phrases.h"

namespace lamppost {
namespace {

const ThemeStrings* strings_of(const Theme& theme, const std::string& code) {
  const auto found = theme.strings.find(code);
  return found == theme.strings.end() ? nullptr : &found->second;
}

/// The form of that plural category, else `other`, else any.
const std::string& form_of(const ThemeString& string, const std::string& category) {
  static const std::string none;
  for (const std::string& wanted : {category, std::string("other")}) {
    const auto found = string.forms.find(wanted);
    if (found != string.forms.end()) return found->second;
  }
  return string.forms.empty() ? none : string.forms.begin()->second;
}

/// Replaces each `{name}` that has a value; other braces stay. Values are not looked at again, so
/// that a title with braces in it stays a title.
std::string filled(std::string_view text, Phrases::Values values) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    result += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    std::size_t taken = 0;
    for (const auto& [name, value] : values) {
      if (text.substr(1, name.size()) != name || text.substr(1 + name.size(), 1) != "}") continue;
      result += value;
      taken = name.size() + 2;
      break;
    }
    if (taken == 0) result += text.substr(0, taken = 1);
    text.remove_prefix(taken);
  }
  return result;
}

}  // namespace

Phrases::Phrases(const Theme& theme, const Language& language)
    : language_(language),
      own_(strings_of(theme, language.code())),
      english_(strings_of(theme, "en")) {}

const ThemeString* Phrases::find(const std::string& key) const {
  for (const ThemeStrings* strings : {own_, english_}) {
    if (strings == nullptr) continue;
    const auto found = strings->texts.find(key);
    if (found != strings->texts.end()) return &found->second;
  }
  return nullptr;
}

std::string Phrases::text(const std::string& key) const { return text(key, {}); }

std::string Phrases::text(const std::string& key, Values values) const {
  const ThemeString* string = find(key);
  return string == nullptr ? key : filled(form_of(*string, "other"), values);
}

std::string Phrases::count(const std::string& key, std::uint64_t number) const {
  const ThemeString* string = find(key);
  if (string == nullptr) return key;
  return filled(form_of(*string, language_.plural_category(number)),
                {{"n", language_.number(number)}});
}

}  // namespace lamppost
