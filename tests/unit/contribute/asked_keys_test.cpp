#include "contribute/asked_keys.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "support/catch.h"

using namespace lamppost;

namespace {

nlohmann::json written_keys() { return nlohmann::json::parse(asked_keys()).at("keys"); }

nlohmann::json key_named(const nlohmann::json& keys, const std::string& name) {
  for (const auto& key : keys) {
    if (key.at("name") == name) return key;
  }
  FAIL("there is no key " << name);
  return {};
}

}  // namespace

TEST_CASE(
    "the form asks for what a person knows of an initiative, and leaves the rest to editors") {
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

TEST_CASE("an example is there where a mistake is told with it") {
  const auto keys = written_keys();
  CHECK(key_named(keys, "members").contains("example"));
  CHECK_FALSE(key_named(keys, "website").contains("example"));
}

TEST_CASE("how a value is written in a file is nobody's concern who chooses it") {
  const auto keys = written_keys();
  CHECK(key_named(keys, "cluster").at("help") == "The action cluster that leads it");
  CHECK(key_named(keys, "members").at("help") == "How many take part, or who");
}

TEST_CASE("the countries are there by their codes, and nothing that would end a script") {
  const std::string text = asked_keys();
  const std::string countries = nlohmann::json::parse(text).at("countries");
  CHECK(countries.size() > std::size_t{2} * 240);
  CHECK(countries.starts_with("ADAEAF"));
  CHECK(text.find('<') == std::string::npos);
}
