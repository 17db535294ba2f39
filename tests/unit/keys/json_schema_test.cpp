#include "keys/json_schema.h"

#include <nlohmann/json.hpp>

#include "keys/keys.h"
#include "support/catch.h"

using namespace lamppost;
using nlohmann::json;

namespace {

json schema() { return json::parse(initiative_schema()); }

/// The object schema of a key's table, behind whatever alternatives it has.
json table_in(const json& schema) {
  if (schema.contains("properties")) return schema;
  if (schema.contains("items")) return table_in(schema["items"]);
  if (schema.contains("anyOf")) {
    for (const auto& option : schema["anyOf"]) {
      if (auto found = table_in(option); !found.is_null()) return found;
    }
  }
  return nullptr;
}

void check_table(std::span<const Key> keys, const json& table) {
  CHECK(table["additionalProperties"] == false);
  CHECK(table["properties"].size() == keys.size());
  for (const auto& key : keys) {
    INFO(key.name);
    const auto name = std::string(key.name);
    REQUIRE(table["properties"].contains(name));
    const auto& property = table["properties"][name];
    CHECK(property["description"] == std::string(key.help));
    CHECK(property["examples"].size() == 1);
    const auto required = table.value("required", json::array());
    CHECK((std::find(required.begin(), required.end(), name) != required.end()) == key.required);
    if (!key.children.empty()) check_table(key.children, table_in(property));
  }
}

}  // namespace

TEST_CASE("the schema says every key of the table, at every depth") {
  CHECK(schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  check_table(initiative_keys(), schema());
}

TEST_CASE("below extra anything is allowed") {
  CHECK(schema()["properties"]["extra"]["anyOf"][0]["additionalProperties"] == true);
}

TEST_CASE("an optional key takes an empty text, a required one does not") {
  const auto properties = schema()["properties"];
  CHECK(properties["start"]["anyOf"][1]["const"] == "");
  CHECK(properties["goal"]["type"] == "string");
  CHECK_FALSE(properties["goal"].contains("pattern"));
  CHECK(properties["title"]["pattern"] == "\\S");
  CHECK_FALSE(properties["cluster"].contains("anyOf"));
}

TEST_CASE("choices and codes are listed, dates are texts") {
  const auto properties = schema()["properties"];
  CHECK(properties["status"]["anyOf"][0]["enum"] == json({"planned", "active", "completed"}));
  CHECK(properties["start"]["anyOf"][0]["format"] == "date");
  CHECK(properties["start"]["examples"][0] == "2014-02-01");
  CHECK(properties["countries"]["anyOf"][0]["items"]["enum"].size() > 200);
}
