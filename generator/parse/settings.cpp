#include "parse/settings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "keys/keyed_toml.h"
#include "keys/keys.h"
#include "keys/scalars.h"
#include "parse/fields.h"
#include "toml/mend.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

void set_text(std::string& target, const ValueMap& map, std::string_view key) {
  if (find(map, key) != nullptr) target = text_of(map, key);
}

void set_size(std::size_t& target, const ValueMap& map, std::string_view table) {
  const auto key = table == "paginate" ? "initiatives" : "length";
  if (const auto size = integer_of(table_of(map, table), key))
    target = static_cast<std::size_t>(*size);
}

/// Pages are put below it, so it ends in `/` and nothing can follow its path.
void set_base_url(Settings& settings, const ValueMap& map, const SourceText& text,
                  Diagnostics& diagnostics) {
  const auto url = located_text_of(map, "base_url");
  if (url.value.empty()) return;
  const auto end = url.value.find_first_of("?#");
  if (end != std::string::npos) {
    Diagnostic diagnostic;
    diagnostic.code = Code::bad_url;
    diagnostic.file = text.path;
    diagnostic.where = url.where;
    diagnostic.message = "`base_url` can't hold `?` or `#`";
    diagnostic.fix = Fix{url.where, in_quotes(url.value.substr(0, end))};
    diagnostic.help = "write `base_url = " + diagnostic.fix->text + "`";
    diagnostics.add(std::move(diagnostic));
    return;
  }
  settings.base_url = url.value + (url.value.ends_with('/') ? "" : "/");
}

LanguageSettings language_from(const std::string& code, const ValueMap& table,
                               const Settings& site) {
  LanguageSettings language{code, text_of(table, "name"), site.title, site.description};
  set_text(language.title, table, "title");
  set_text(language.description, table, "description");
  return language;
}

/// The default language first and there in any case, the others as written.
void set_languages(Settings& settings, const ValueMap& map, const SourceText& text,
                   Diagnostics& diagnostics) {
  const auto& key = *find_key(settings_keys(), "languages");
  settings.languages.clear();
  for (const auto& field : table_of(map, "languages")) {
    const Value code{field.key, field.key_where};
    if (!conform_scalar(code, {text, key, KeyType::language}, diagnostics)) continue;
    settings.languages.push_back(language_from(field.key, *field.value.map(), settings));
  }
  auto& languages = settings.languages;
  const auto first = std::find_if(
      languages.begin(), languages.end(),
      [&](const LanguageSettings& language) { return language.code == settings.default_language; });
  if (first == languages.end()) {
    languages.insert(languages.begin(), language_from(settings.default_language, {}, settings));
  } else {
    std::rotate(languages.begin(), first, first + 1);
  }
}

}  // namespace

Settings parse_settings(const SourceFile& file, Diagnostics& diagnostics) {
  const auto& text = file.text;
  const auto region = toml_region(text);
  const auto map =
      read_and_conform(settings_keys(), {text, "site.toml", region}, diagnostics).right;
  Settings settings;
  set_text(settings.title, map, "title");
  set_text(settings.description, map, "description");
  set_base_url(settings, map, text, diagnostics);
  if (find(map, "theme") != nullptr) settings.theme = located_text_of(map, "theme");
  set_text(settings.default_language, map, "default_language");
  set_languages(settings, map, text, diagnostics);
  const auto& repository = table_of(map, "repository");
  set_text(settings.repository.url, repository, "url");
  set_text(settings.repository.branch, repository, "branch");
  set_text(settings.repository.content, repository, "content");
  const auto& open_data = table_of(map, "open_data");
  set_text(settings.open_data.publisher, open_data, "publisher");
  set_text(settings.open_data.publisher_url, open_data, "publisher_url");
  set_text(settings.open_data.license, open_data, "license");
  set_size(settings.initiatives_per_page, map, "paginate");
  set_size(settings.teaser_length, map, "teaser");
  set_size(settings.feed_length, map, "feed");
  settings.extra = table_of(map, "extra");
  return settings;
}

}  // namespace lamppost
