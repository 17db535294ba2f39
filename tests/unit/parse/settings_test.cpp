#include "parse/settings.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

struct Result {
  SourceFile file;
  Settings settings;
  Diagnostics diagnostics;
};

Result settings_of(const std::string& bytes) {
  Result result;
  result.file.text = make_source_text("content/site.toml", bytes);
  result.settings = parse_settings(result.file, result.diagnostics);
  return result;
}

Settings right(const std::string& bytes) {
  const auto result = settings_of(bytes);
  CHECK(told(result.file.text, result.diagnostics).empty());
  return result.settings;
}

std::vector<std::string> codes_of(const Settings& settings) {
  std::vector<std::string> codes;
  for (const auto& language : settings.languages) codes.push_back(language.code);
  return codes;
}

}  // namespace

TEST_CASE("an empty file has the defaults, with the default language") {
  const auto settings = right("");
  auto defaults = Settings{};
  defaults.languages = {{"en", "", "Initiatives", ""}};
  CHECK(settings == defaults);
}

TEST_CASE("every setting is read") {
  const auto settings = right(R"(title = "T"
description = "D"
base_url = "https://example.eu/a"
theme = "other"
default_language = "fr"
[languages.en]
name = "English"
[languages.fr]
name = "Français"
title = "Le T"
[repository]
url = "https://example.eu/r"
branch = "b"
content = "docs/content"
[open_data]
publisher = "P"
publisher_url = "https://example.eu/p"
license = "https://example.eu/l"
[paginate]
initiatives = 10
[teaser]
length = 20
[feed]
length = 30
[extra]
a = 1
)");
  CHECK(settings.title == "T");
  CHECK(settings.description == "D");
  CHECK(settings.base_url == "https://example.eu/a/");
  CHECK(settings.theme.value == "other");
  CHECK(codes_of(settings) == std::vector<std::string>{"fr", "en"});
  CHECK(settings.languages[0].title == "Le T");
  CHECK(settings.languages[0].description == "D");
  CHECK(settings.languages[1].title == "T");
  CHECK(settings.repository == Repository{"https://example.eu/r", "b", "docs/content"});
  CHECK(settings.open_data == OpenData{"P", "https://example.eu/p", "https://example.eu/l"});
  CHECK(settings.initiatives_per_page == 10);
  CHECK(settings.teaser_length == 20);
  CHECK(settings.feed_length == 30);
  CHECK(settings.extra.size() == 1);
}

TEST_CASE("the default language comes first, also where it is not listed") {
  CHECK(codes_of(right("[languages.fr]\n[languages.de]\n")) ==
        std::vector<std::string>{"en", "fr", "de"});
  CHECK(codes_of(right("default_language = \"de\"\n[languages.fr]\n[languages.de]\n")) ==
        std::vector<std::string>{"de", "fr"});
}

TEST_CASE("a wrong setting keeps its default and is told of") {
  const auto result = settings_of(
      "titel = \"x\"\nbase_url = \"example.eu\"\n[paginate]\ninitiatives = "
      "0\n[languages.EN]\n[languages.x_y]\n");
  CHECK(told(result.file.text, result.diagnostics) ==
        Lines{"unknown-key: titel", "bad-url: \"example.eu\"", "bad-number: 0", "bad-language: EN",
              "bad-language: x_y"});
  CHECK(result.settings.base_url == "http://localhost/");
  CHECK(result.settings.initiatives_per_page == 100);
  CHECK(codes_of(result.settings) == std::vector<std::string>{"en"});
}

TEST_CASE("a base URL has no query") {
  const auto result = settings_of("base_url = \"https://example.eu/a?b#c\"");
  REQUIRE(result.diagnostics.list().size() == 1);
  CHECK(result.diagnostics.list()[0].code == Code::bad_url);
  CHECK(mended(result.file.text, result.diagnostics.list()[0]) ==
        "base_url = \"https://example.eu/a\"");
}

TEST_CASE("settings that are no TOML are the defaults") {
  const auto result = settings_of("title = x = y\n");
  CHECK(result.diagnostics.list().size() == 1);
  CHECK(result.settings.title == "Initiatives");
  CHECK(codes_of(result.settings) == std::vector<std::string>{"en"});
}

TEST_CASE("a byte order mark is passed over") {
  CHECK(right("\xEF\xBB\xBFtitle = \"T\"").title == "T");
}
