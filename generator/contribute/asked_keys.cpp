#include "contribute/asked_keys.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "data/json_writer.h"
#include "model/language.h"

namespace lamppost {
namespace {

/// What editors decide, or what nobody can know of a page that is not there yet.
constexpr std::array<std::string_view, 7> for_editors = {
    "updated", "reviewed", "related", "aliases", "weight", "draft", "extra"};

/// The types as the form's script calls them: by how a value is asked for.
std::string_view name_of_type(KeyType type) {
  switch (type) {
    case KeyType::integer:
    case KeyType::count:
      return "count";
    case KeyType::number:
      return "number";
    case KeyType::date:
      return "date";
    case KeyType::slug:
      return "cluster";  // the only pages that the form lets one choose
    case KeyType::choice:
      return "choice";
    case KeyType::country:
      return "country";
    case KeyType::language:
      return "language";
    case KeyType::url:
      return "url";
    case KeyType::email:
      return "email";
    case KeyType::digits:
      return "digits";
    case KeyType::list:
      return "list";
    case KeyType::table:
      return "table";
    case KeyType::tables:
      return "tables";
    case KeyType::figure:
      return "figure";
    default:
      return "text";
  }
}

/// What a key means. How it is written in a file stands behind a colon, and is nobody's concern who
/// chooses from a list.
std::string_view meaning_of(const Key& key) {
  const bool is_typed = key.type == KeyType::text || key.type == KeyType::digits;
  return is_typed ? key.help : key.help.substr(0, key.help.find(": "));
}

/// Whether a mistake can be made that is told with the key's example.
bool is_example_told(const Key& key) {
  return key.required || key.type == KeyType::figure || key.type == KeyType::count ||
         key.type == KeyType::number;
}

void write_keys(JsonWriter& json, std::span<const Key> keys);

void write_key(JsonWriter& json, const Key& key) {
  json.begin_object();
  json.field("name", key.name);
  json.field("type", name_of_type(key.type));
  if (key.type == KeyType::list) json.field("item", name_of_type(key.item));
  if (key.required) {
    json.key("required");
    json.flag(true);
  }
  json.field("help", meaning_of(key));
  if (is_example_told(key)) json.field("example", key.example);
  if (key.required && meaning_of(key) != key.help) json.field("meaning", key.help);  // as told
  if (!key.choices.empty()) {
    json.key("choices");
    json.begin_array();
    for (const auto choice : key.choices) json.text(choice);
    json.end_array();
  }
  if (!key.children.empty()) {
    json.key("keys");
    write_keys(json, key.children);
  }
  json.end_object();
}

void write_keys(JsonWriter& json, std::span<const Key> keys) {
  json.begin_array();
  for (const Key& key : keys) {
    if (is_asked(key)) write_key(json, key);
  }
  json.end_array();
}

}  // namespace

bool is_asked(const Key& key) {
  if (key.type == KeyType::file || key.type == KeyType::free_table) return false;
  const bool needs_file =
      std::any_of(key.children.begin(), key.children.end(),
                  [](const Key& child) { return child.required && !is_asked(child); });
  return !needs_file &&
         std::find(for_editors.begin(), for_editors.end(), key.name) == for_editors.end();
}

std::string asked_keys() {
  std::string countries;
  for (const std::string& code : country_codes()) countries += code;
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  json.key("keys");
  write_keys(json, initiative_keys());
  json.field("countries", countries);
  json.end_object();
  return out;
}

}  // namespace lamppost
