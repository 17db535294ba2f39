#include "keys/decap_config.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"

using namespace lamppost;
using decap_json = nlohmann::json;

namespace {

decap_json config_for(const std::string& repository) {
  Settings settings;
  settings.repository.url = repository;
  return decap_json::parse(decap_config(settings));
}

Settings in_two_languages() {
  Settings settings;
  settings.languages.push_back({"fr", "Français", "", ""});
  return settings;
}

const decap_json& named(const decap_json& list, const std::string& name) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const decap_json& each) { return each["name"] == name; });
  REQUIRE(found != list.end());
  return *found;
}

}  // namespace

TEST_CASE("Decap is told where the repository is") {
  CHECK(config_for("")["backend"]["name"] == "proxy");
  const auto github = config_for("https://github.com/example/catalogue.git/")["backend"];
  CHECK(github["name"] == "github");
  CHECK(github["repo"] == "example/catalogue");
  const auto gitlab = config_for("https://gitlab.example.eu/a/b/c")["backend"];
  CHECK(gitlab["name"] == "gitlab");
  CHECK(gitlab["repo"] == "a/b/c");
  CHECK(gitlab["api_root"] == "https://gitlab.example.eu/api/v4");
  CHECK(config_for("https://git.example.eu/a/b")["backend"]["name"] == "git-gateway");
}

TEST_CASE("Decap translates what a translation may say, and knows the home page by language") {
  CHECK_FALSE(config_for("").contains("i18n"));
  const auto config = decap_json::parse(decap_config(in_two_languages()));
  CHECK(config["i18n"]["locales"] == decap_json({"en", "fr"}));
  const auto fields = named(config["collections"], "initiatives")["fields"];
  CHECK(named(fields, "title")["i18n"] == true);
  CHECK(named(fields, "cluster")["i18n"] == false);
  const auto home = named(config["collections"], "home")["files"];
  CHECK(named(home, "home")["file"] == "content/_index.md");
  const auto& french = named(home, "home-fr");
  CHECK(french["file"] == "content/_index.fr.md");
  CHECK(french["fields"].size() == 3);  // title, summary, text
}
