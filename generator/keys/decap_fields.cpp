#include "keys/decap_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "keys/patterns.h"
#include "model/language.h"

namespace lamppost {
namespace {

using DecapJson = nlohmann::ordered_json;

/// Makes the fields of forms; what one needs to know of the site is the same for all.
class FieldMaker {
 public:
  explicit FieldMaker(const Settings& settings);

  [[nodiscard]] DecapJson fields_of(std::span<const Key> keys, bool is_optional) const;

 private:
  /// What Decap needs to know of a type besides the widget's name.
  [[nodiscard]] DecapJson widget_of(KeyType type, const Key& key) const;
  [[nodiscard]] DecapJson list_of(const Key& key) const;
  [[nodiscard]] DecapJson field_of(const Key& key, bool is_optional) const;

  DecapJson countries_ = DecapJson::array();
  bool is_translated_;
};

constexpr auto date_format = "YYYY-MM-DD";

/// `also_in` as a label: `Also in`.
std::string label_of(std::string_view name) {
  std::string label(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  const char first = label.front();
  if (first >= 'a' && first <= 'z') label.front() = static_cast<char>(first - 'a' + 'A');
  return label;
}

/// A key's help without how it is written in TOML, which a form does by itself. Decap shows no code
/// in it.
std::string hint_of(const Key& key) {
  std::string hint(key.help);
  const bool says_how = key.type == KeyType::figure || key.type == KeyType::tables ||
                        key.type == KeyType::country || !key.folder.empty() ||
                        key.item == KeyType::country;
  if (says_how) hint.resize(std::min(hint.find(':'), hint.size()));
  hint.erase(std::remove(hint.begin(), hint.end(), '`'), hint.end());
  return hint;
}

DecapJson text_in_form(const Pattern& pattern) {
  return {{"widget", "string"},
          {"pattern", DecapJson::array({pattern.expression, pattern.meaning})}};
}

DecapJson number_of(std::string_view type, const Key& key) {
  DecapJson field = {{"widget", "number"}, {"value_type", type}};
  if (type == "int" && key.type != KeyType::integer) field["min"] = key.least;
  return field;
}

/// The day alone, as text; UTC, as a TOML date is read as midnight there and would else be the day
/// before west of it.
DecapJson day() {
  return {{"widget", "datetime"},
          {"format", date_format},
          {"date_format", date_format},
          {"time_format", false},
          {"picker_utc", true}};
}

DecapJson page_named_by(const Key& key) {
  return {{"widget", "lamppost-pages"}, {"collection", key.folder},    {"value_field", "{{slug}}"},
          {"search_fields", {"title"}}, {"display_fields", {"title"}}, {"options_length", 1000}};
}

/// The form that texts of a type have; null where any text will do.
const Pattern* pattern_of(KeyType type) {
  switch (type) {
    case KeyType::language:
      return &language_pattern;
    case KeyType::url:
      return &url_pattern;
    case KeyType::email:
      return &email_pattern;
    case KeyType::digits:
      return &digits_pattern;
    case KeyType::site_path:
      return &site_path_pattern;
    default:
      return nullptr;
  }
}

FieldMaker::FieldMaker(const Settings& settings) : is_translated_(settings.languages.size() > 1) {
  const Language language(settings.default_language);
  std::vector<std::pair<std::string, std::string>> sorted;
  for (const std::string& code : country_codes()) {
    sorted.emplace_back(language.country_sort_key(language.country(code)), code);
  }
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [sort_key, code] : sorted) {
    countries_.push_back({{"label", language.country(code)}, {"value", code}});
  }
}

DecapJson FieldMaker::widget_of(KeyType type, const Key& key) const {
  switch (type) {
    case KeyType::integer:
    case KeyType::count:
      return number_of("int", key);
    case KeyType::number:
      return number_of("float", key);
    case KeyType::boolean:
      return {{"widget", "boolean"}};
    case KeyType::date:
      return day();
    case KeyType::slug:
      return page_named_by(key);
    case KeyType::choice:
      return {{"widget", "select"}, {"options", key.choices}};
    case KeyType::country:
      return {{"widget", "select"}, {"options", countries_}};
    case KeyType::file:
      return {{"widget", key.name == "src" ? "image" : "file"}, {"allow_multiple", false}};
    case KeyType::table:
      return {{"widget", "object"}, {"collapsed", true}, {"fields", fields_of(key.children, true)}};
    case KeyType::tables:
      return {{"widget", "list"}, {"fields", fields_of(key.children, false)}};
    case KeyType::figure:
      return {{"widget", "lamppost-figure"}, {"fields", fields_of(key.children, false)}};
    case KeyType::list:
      return list_of(key);
    default: {
      const Pattern* pattern = pattern_of(type);
      return pattern == nullptr ? DecapJson{{"widget", "string"}} : text_in_form(*pattern);
    }
  }
}

/// What is chosen from a list is chosen several times; anything else has a field for each.
DecapJson FieldMaker::list_of(const Key& key) const {
  DecapJson item = widget_of(key.item, key);
  if (key.item == KeyType::slug || key.item == KeyType::country) {
    item["multiple"] = true;
    return item;
  }
  DecapJson field = {{"name", "item"}, {"label", label_of(key.name)}};
  field.update(item);
  return {{"widget", "list"}, {"field", std::move(field)}};
}

/// Below a table that may be left out nothing is required: Decap would ask for it where the table
/// is not there.
DecapJson FieldMaker::field_of(const Key& key, bool is_optional) const {
  DecapJson field = {{"name", key.name}, {"label", label_of(key.name)}};
  field.update(widget_of(key.type, key));
  field["required"] = key.required && !key.may_be_empty && !is_optional;
  if (is_translated_) field["i18n"] = key.translatable;
  field["hint"] = hint_of(key);
  return field;
}

DecapJson FieldMaker::fields_of(std::span<const Key> keys, bool is_optional) const {
  DecapJson fields = DecapJson::array();
  for (const Key& key : keys) {
    if (key.type != KeyType::free_table) fields.push_back(field_of(key, is_optional));
  }
  return fields;
}

/// The page's text. Decap's editor of rich text would write Markdown anew and has no footnotes.
DecapJson body_field(bool is_translated) {
  DecapJson field = {{"name", "body"},
                     {"label", "Text"},
                     {"widget", "markdown"},
                     {"modes", {"raw"}},
                     {"required", false}};
  if (is_translated) field["i18n"] = true;
  field["hint"] = "Markdown. Begin headings with ##.";
  return field;
}

}  // namespace

std::string decap_form(std::span<const Key> keys, const Settings& settings) {
  DecapJson fields = FieldMaker(settings).fields_of(keys, false);
  fields.push_back(body_field(settings.languages.size() > 1));
  return fields.dump();
}

}  // namespace lamppost
