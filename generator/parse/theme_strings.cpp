#include "parse/theme_strings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "keys/scalars.h"
#include "model/value.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

constexpr std::array<std::string_view, 6> plural_categories = {"zero", "one",  "two",
                                                               "few",  "many", "other"};

bool is_plural(const ValueMap& map) {
  return !map.empty() && std::all_of(map.begin(), map.end(), [](const Field& field) {
    return std::find(plural_categories.begin(), plural_categories.end(), field.key) !=
           plural_categories.end();
  });
}

/// One file of texts being read.
class Reader {
 public:
  Reader(ThemeStrings& strings, const SourceText& text, Diagnostics& diagnostics)
      : strings_(strings), file_(text.path), diagnostics_(diagnostics) {}

  void read(const ValueMap& map, const std::string& prefix) {
    for (const auto& field : map) {
      const auto key = prefix + field.key;
      const auto* table = field.value.map();
      if (table != nullptr && is_plural(*table)) {
        plural(key, *table, field.key_where);
      } else if (table != nullptr) {
        read(*table, key + '.');
      } else if (is_text(field.value, key)) {
        strings_.texts[key] = {{{"other", *field.value.text()}}, field.value.where};
      }
    }
  }

 private:
  bool is_text(const Value& value, const std::string& key) {
    if (value.text() != nullptr) return true;
    diagnostics_.add(diagnostic_at(file_, Code::wrong_type, value.where,
                                   "`" + key + "` must be a text, and this is " + in_words(value),
                                   "write it between quotes"));
    return false;
  }

  void plural(const std::string& key, const ValueMap& table, Span where) {
    ThemeString text{{}, where};
    for (const auto& field : table) {
      if (is_text(field.value, key + '.' + field.key)) text.forms[field.key] = *field.value.text();
    }
    if (find(table, "other") == nullptr) {
      diagnostics_.add(diagnostic_at(
          file_, Code::bad_plural, where, "`" + key + "` has no form `other`",
          "add `other = \"…\"`: it is used for every number that has no form of its own"));
    }
    strings_.texts[key] = std::move(text);
  }

  ThemeStrings& strings_;
  const std::string& file_;
  Diagnostics& diagnostics_;
};

Diagnostic no_language(const Theme& theme, const std::string& language,
                       const std::string& settings_file, const ThemeStrings& model) {
  const auto& manifest = theme.chain.front();
  auto diagnostic =
      diagnostic_at(settings_file.empty() ? manifest.path : settings_file, Code::missing_string, {},
                    "the theme has no texts in the language `" + language + "`",
                    "add `i18n/" + language + ".toml` to the theme `" + manifest.name +
                        "`, a translation of `i18n/" + model.language + ".toml`");
  diagnostic.has_place = false;
  return diagnostic;
}

Diagnostic no_text(const ThemeStrings& strings, const std::string& key, const ThemeString& model) {
  const auto dot = key.rfind('.');
  const auto name = dot == std::string::npos ? key : key.substr(dot + 1);
  const auto table = dot == std::string::npos ? "" : " below `[" + key.substr(0, dot) + "]`";
  const auto other = model.forms.find("other");
  const auto words = other == model.forms.end() ? "" : ", a translation of “" + other->second + "”";
  const auto line =
      model.forms.size() > 1 ? name + " = { one = \"…\", other = \"…\" }" : name + " = \"…\"";
  auto diagnostic =
      diagnostic_at(strings.path, Code::missing_string, {}, "the text `" + key + "` is missing",
                    "add `" + line + "`" + table + words);
  diagnostic.has_place = false;
  return diagnostic;
}

}  // namespace

void add_strings(ThemeStrings& strings, const SourceText& text, Diagnostics& diagnostics) {
  strings.path = text.path;
  const auto map = parse_toml(text, toml_region(text), diagnostics);
  if (map) Reader(strings, text, diagnostics).read(*map, "");
}

void check_strings(const Theme& theme, const Settings& settings, const std::string& settings_file,
                   Diagnostics& diagnostics) {
  auto model = theme.strings.find("en");
  if (model == theme.strings.end()) model = theme.strings.find(settings.default_language);
  if (model == theme.strings.end()) model = theme.strings.begin();
  if (model == theme.strings.end()) return;  // a theme without words of its own
  for (const auto& language : settings.languages) {
    const auto strings = theme.strings.find(language.code);
    if (strings == theme.strings.end()) {
      diagnostics.add(no_language(theme, language.code, settings_file, model->second));
      continue;
    }
    for (const auto& [key, text] : model->second.texts) {
      if (!strings->second.texts.contains(key))
        diagnostics.add(no_text(strings->second, key, text));
    }
  }
}

}  // namespace lamppost
