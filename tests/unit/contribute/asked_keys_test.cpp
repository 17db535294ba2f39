#include "contribute/asked_keys.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "support/catch.h"

using namespace lamppost;

namespace {

nlohmann::json written_keys() {
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  write_asked_keys(json, initiative_keys());
  return nlohmann::json::parse(out);
}

nlohmann::json key_named(const nlohmann::json& keys, const std::string& name) {
  for (const auto& key : keys) {
    if (key.at("name") == name) return key;
  }
  FAIL("there is no key " << name);
  return {};
}

}  // namespace

TEST_CASE("the form asks for what a person knows of an initiative, and leaves the rest to editors") {
  std::set<std::string> left_out;
  for (const Key& key : initiative_keys()) {
    if (!is_asked(key)) left_out.emplace(key.name);
  }
  CHECK(left_out == std::set<std::string>{"updated", "reviewed", "related", "image", "aliases",
                                          "weight", "draft", "extra"});
}

TEST_CASE("a file is not asked for, an entry that can do without one is") {
  const auto documents = key_named(written_keys(), "documents").at("keys");
  REQUIRE(documents.size() == 4);
  CHECK(documents[0].at("name") == "title");
  CHECK(documents[0].at("required") == true);
  for (const auto& key : documents) CHECK(key.at("name") != "file");
}

TEST_CASE("a key is written with its type, help, example, choices and keys of its own") {
  const auto keys = written_keys();
  const Key& title = initiative_keys().front();
  CHECK(keys[0] == nlohmann::json{{"name", "title"},
                                  {"type", "text"},
                                  {"required", true},
                                  {"help", title.help},
                                  {"example", title.example}});
  CHECK(key_named(keys, "cluster").at("type") == "cluster");
  CHECK(key_named(keys, "status").at("choices") ==
        nlohmann::json({"planned", "active", "completed"}));
  CHECK(key_named(keys, "countries").at("item") == "country");
  CHECK(key_named(keys, "members").at("type") == "figure");
  CHECK(key_named(key_named(keys, "target").at("keys"), "value").at("type") == "number");
  CHECK(key_named(key_named(keys, "discussions").at("keys"), "replies").at("type") == "count");
}
