#include "keys/keys.h"

#include <set>
#include <string>

#include "keys/conform.h"
#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

std::vector<std::span<const Key>> all_tables() {
  return {initiative_keys(), cluster_keys(), free_page_keys(), settings_keys(), theme_keys()};
}

void check_example(const Key& key, std::span<const Key> table) {
  INFO(key.example);
  const auto text = source(std::string(key.example));
  Diagnostics diagnostics;
  const auto map = parse_toml(text, toml_region(text), diagnostics);
  REQUIRE(map);
  // As in a translation, so that the other keys need not be there.
  const auto right = conform(*map, table, {text, "example", toml_region(text), true}, diagnostics);
  CHECK(told(text, diagnostics).empty());
  REQUIRE(right.size() == 1);
  CHECK(right.front().key == key.name);
}

void check_table(std::span<const Key> table) {
  std::set<std::string_view> names;
  for (const auto& key : table) {
    INFO(key.name);
    CHECK(names.insert(key.name).second);
    CHECK_FALSE(key.help.empty());
    CHECK_FALSE(key.help.ends_with('.'));
    check_example(key, table);
    const bool holds_tables = key.type == KeyType::table || key.type == KeyType::tables ||
                              key.type == KeyType::figure || key.type == KeyType::named_tables;
    CHECK(holds_tables == !key.children.empty());
    CHECK((key.type == KeyType::choice) == !key.choices.empty());
    check_table(key.children);
  }
}

}  // namespace

TEST_CASE("every key has a help text and an example that conforms") {
  for (const auto table : all_tables()) check_table(table);
}

TEST_CASE("the keys of the format are all there") {
  for (const auto* name :
       {"title",       "cluster", "goal",      "summary", "members", "documents", "projects",
        "discussions", "topics",  "countries", "status",  "start",   "end",       "updated",
        "reviewed",    "website", "contact",   "image",   "related", "also_in",   "target",
        "milestones",  "aliases", "weight",    "draft",   "extra"}) {
    INFO(name);
    CHECK(find_key(initiative_keys(), name) != nullptr);
  }
  CHECK(initiative_keys().size() == 26);
  CHECK(find_key(initiative_keys(), "clutser") == nullptr);
}

TEST_CASE("the required keys are those of the format") {
  std::set<std::string_view> required;
  for (const auto& key : initiative_keys()) {
    if (key.required) required.insert(key.name);
  }
  CHECK(required == std::set<std::string_view>{"title", "cluster"});
  CHECK(find_key(find_key(initiative_keys(), "image")->children, "alt")->may_be_empty);
}
