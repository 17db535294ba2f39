#include "keys/json_schema.h"

#include <cassert>
#include <nlohmann/json.hpp>
#include <string>

#include "keys/keys.h"
#include "keys/patterns.h"
#include "model/language.h"
#include "model/value.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

using Json = nlohmann::ordered_json;

/// Where a key stands: the schema of an optional one also takes an empty text, which counts as
/// absent.
enum class Presence : std::uint8_t { required, optional };

Json schema_of_table(std::span<const Key> keys);

Json in_form(const Pattern& pattern) {
  return {{"type", "string"}, {"pattern", pattern.expression}};
}

Json formatted(const std::string& format) { return {{"type", "string"}, {"format", format}}; }

Json counted(int least) { return {{"type", "integer"}, {"minimum", least}}; }

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json either(Json first, Json second) {
  Json options = Json::array();
  options.push_back(std::move(first));
  options.push_back(std::move(second));
  return {{"anyOf", std::move(options)}};
}

Json countries() { return {{"type", "string"}, {"enum", country_codes()}}; }

Json web_address() {
  Json schema = formatted("uri");
  schema["pattern"] = url_pattern.expression;
  return schema;
}

Json schema_of_text(KeyType type, const Key& key) {
  switch (type) {
    case KeyType::slug:
      return in_form(slug_pattern);
    case KeyType::choice:
      return {{"type", "string"}, {"enum", key.choices}};
    case KeyType::country:
      return countries();
    case KeyType::language:
      return in_form(language_pattern);
    case KeyType::url:
      return web_address();
    case KeyType::email:
      return formatted("email");
    case KeyType::file:
      return in_form(file_pattern);
    case KeyType::site_path:
      return in_form(site_path_pattern);
    case KeyType::digits:
      return either(in_form(digits_pattern), counted(0));
    case KeyType::date:
      return formatted("date");
    default:
      return {{"type", "string"}};
  }
}

Json schema_of_type(KeyType type, const Key& key) {
  switch (type) {
    case KeyType::integer:
      return {{"type", "integer"}};
    case KeyType::number:
      return {{"type", "number"}};
    case KeyType::count:
      return counted(key.least);
    case KeyType::boolean:
      return {{"type", "boolean"}};
    case KeyType::list:
      return list_of(schema_of_type(key.item, key));
    case KeyType::table:
      return schema_of_table(key.children);
    case KeyType::tables:
      return list_of(schema_of_table(key.children));
    case KeyType::figure:
      return either(counted(0), list_of(schema_of_table(key.children)));
    case KeyType::named_tables:
      return {{"type", "object"}, {"additionalProperties", schema_of_table(key.children)}};
    case KeyType::free_table:
      return {{"type", "object"}, {"additionalProperties", true}};
    default:
      return schema_of_text(type, key);
  }
}

Json json_of(const Value& value) {
  if (value.text() != nullptr) return *value.text();
  if (value.integer() != nullptr) return *value.integer();
  if (value.decimal() != nullptr) return *value.decimal();
  if (value.boolean() != nullptr) return *value.boolean();
  if (value.date() != nullptr) return iso_date(*value.date());
  if (value.list() != nullptr) {
    Json list = Json::array();
    for (const auto& item : *value.list()) list.push_back(json_of(item));
    return list;
  }
  Json map = Json::object();
  for (const auto& field : *value.map()) map[field.key] = json_of(field.value);
  return map;
}

/// The value of a key's example: what stands behind `key = `.
Json example_of(const Key& key) {
  const auto text = make_source_text("example", std::string(key.example));
  Diagnostics diagnostics;
  const auto map = parse_toml(text, toml_region(text), diagnostics);
  assert(map && map->size() == 1);
  return json_of(map->front().value);
}

Json schema_of_key(const Key& key, Presence presence) {
  Json schema = schema_of_type(key.type, key);
  const bool takes_any_text = key.type == KeyType::text;
  if (presence == Presence::required && takes_any_text && !key.may_be_empty) {
    schema["pattern"] = filled_pattern.expression;
  } else if (presence == Presence::optional && !takes_any_text) {
    schema = either(std::move(schema), {{"const", ""}});
  }
  schema["description"] = std::string(key.help);
  schema["examples"] = Json::array({example_of(key)});
  return schema;
}

Json schema_of_table(std::span<const Key> keys) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& key : keys) {
    if (key.required) required.push_back(key.name);
    const auto presence = key.required ? Presence::required : Presence::optional;
    properties[std::string(key.name)] = schema_of_key(key, presence);
  }
  Json schema = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace

std::string initiative_schema() {
  Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "An initiative of a lamppost catalogue"},
      {"description", "The front matter of an initiative's page, with dates as text."},
  };
  schema.update(schema_of_table(initiative_keys()));
  return schema.dump(2) + '\n';
}

}  // namespace lamppost
