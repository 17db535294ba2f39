#include "keys/decap_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "keys/keys.h"
#include "support/catch.h"

using namespace lamppost;
using form_json = nlohmann::json;

namespace {

form_json form_of(std::span<const Key> keys) {
  return form_json::parse(decap_form(keys, Settings()));
}

const form_json& field_named(const form_json& list, const std::string& name) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const form_json& each) { return each["name"] == name; });
  REQUIRE(found != list.end());
  return *found;
}

/// Every key has its field, at every depth, and its example is in the form that the field asks for.
void check_form(std::span<const Key> keys, const form_json& fields) {
  for (const Key& key : keys) {
    INFO(key.name);
    if (key.type == KeyType::free_table) continue;
    const form_json& field = field_named(fields, std::string(key.name));
    CHECK(field["hint"].get<std::string>().find("[[") == std::string::npos);
    if (field.contains("pattern")) {
      const std::string example(key.example);
      const std::size_t first = example.find('"') + 1;
      const std::string value = example.substr(first, example.rfind('"') - first);
      CHECK(std::regex_search(value, std::regex(field["pattern"][0].get<std::string>())));
    }
    if (!key.children.empty()) check_form(key.children, field["fields"]);
  }
}

}  // namespace

TEST_CASE("a form of Decap has every key but extra, and the text") {
  for (const auto keys : {initiative_keys(), cluster_keys(), free_page_keys()}) {
    check_form(keys, form_of(keys));
    CHECK(form_of(keys).back()["name"] == "body");
  }
}

TEST_CASE("Decap asks only for what must be there") {
  const auto fields = form_of(initiative_keys());
  CHECK(field_named(fields, "cluster")["required"] == true);
  CHECK(field_named(fields, "goal")["required"] == false);
  CHECK(field_named(field_named(fields, "milestones")["fields"], "date")["required"] == true);
  // Decap would ask for it on every page without a picture.
  CHECK(field_named(field_named(fields, "image")["fields"], "src")["required"] == false);
}
