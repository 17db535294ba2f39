#include "view/words.h"

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
std::string filled(std::string_view text, Words::Values values) {
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

/// Puts a text under its dotted key. Where a key is at once a text and the beginning of another
/// (TOML does not allow it, but a child theme may), the first stays.
void place(View& view, std::string_view key, std::string text) {
  const std::size_t dot = key.find('.');
  const std::string name(key.substr(0, dot));
  View* there = view.find(name);
  if (dot == std::string_view::npos) {
    if (there == nullptr) view.set(name, std::move(text));
    return;
  }
  if (there == nullptr) {
    view.set(name, View::Map{});
    there = view.find(name);
  }
  if (there->map() != nullptr) place(*there, key.substr(dot + 1), std::move(text));
}

}  // namespace

Words::Words(const Theme& theme, const Language& language)
    : language_(language),
      own_(strings_of(theme, language.code())),
      english_(strings_of(theme, "en")) {}

const ThemeString* Words::find(const std::string& key) const {
  for (const ThemeStrings* strings : {own_, english_}) {
    if (strings == nullptr) continue;
    const auto found = strings->texts.find(key);
    if (found != strings->texts.end()) return &found->second;
  }
  return nullptr;
}

std::string Words::text(const std::string& key) const { return text(key, {}); }

std::string Words::text(const std::string& key, Values values) const {
  const ThemeString* string = find(key);
  return string == nullptr ? key : filled(form_of(*string, "other"), values);
}

std::string Words::count(const std::string& key, std::uint64_t number) const {
  const ThemeString* string = find(key);
  if (string == nullptr) return key;
  return filled(form_of(*string, language_.plural_category(number)),
                {{"n", language_.number(number)}});
}

View Words::all() const {
  View view(View::Map{});
  const ThemeStrings* names = english_ != nullptr ? english_ : own_;
  if (names == nullptr) return view;
  for (const auto& [key, english] : names->texts) place(view, key, text(key));
  return view;
}

}  // namespace lamppost
