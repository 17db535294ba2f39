#include "parse/theme_strings.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

SourceText french(const std::string& bytes) {
  return make_source_text("themes/m/i18n/fr.toml", bytes);
}

Theme theme_with(std::initializer_list<std::pair<std::string, std::string>> files) {
  Theme theme;
  theme.chain.push_back({"M", "themes/m/theme.toml", 1, {}, {}, {}, {}});
  for (const auto& [language, bytes] : files) {
    auto& strings = theme.strings[language];
    strings.language = language;
    Diagnostics diagnostics;
    add_strings(strings, make_source_text("themes/m/i18n/" + language + ".toml", bytes),
                diagnostics);
    REQUIRE(diagnostics.empty());
  }
  return theme;
}

std::vector<Diagnostic> missing(const Theme& theme, std::initializer_list<std::string> languages) {
  Settings settings;
  settings.languages.clear();
  for (const auto& code : languages) settings.languages.push_back({code, "", "", ""});
  settings.default_language = settings.languages.front().code;
  Diagnostics diagnostics;
  check_strings(theme, settings, "content/site.toml", diagnostics);
  return diagnostics.list();
}

}  // namespace

TEST_CASE("tables nest to dotted keys and plural forms are one text") {
  ThemeStrings strings;
  Diagnostics diagnostics;
  const auto text = french("skip = \"S\"\n[a.b]\nc = \"C\"\nd = { one = \"1\", other = \"n\" }\n");
  add_strings(strings, text, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(strings.path == "themes/m/i18n/fr.toml");
  REQUIRE(strings.texts.size() == 3);
  CHECK(strings.texts["skip"].forms["other"] == "S");
  CHECK(strings.texts["a.b.c"].forms["other"] == "C");
  CHECK(strings.texts["a.b.d"].forms.size() == 2);
  CHECK(slice(text, strings.texts["a.b.c"].where) == "\"C\"");
}

TEST_CASE("a table with other names among its keys is no plural") {
  ThemeStrings strings;
  Diagnostics diagnostics;
  add_strings(strings, french("[a]\nother = \"x\"\nmore = \"y\"\n"), diagnostics);
  CHECK(strings.texts.contains("a.other"));
}

TEST_CASE("the nearer theme's texts replace the parent's, key by key") {
  ThemeStrings strings;
  Diagnostics diagnostics;
  add_strings(strings, french("a = \"1\"\nb = \"1\"\n"), diagnostics);
  add_strings(strings, french("b = \"2\"\n"), diagnostics);
  CHECK(strings.texts["a"].forms["other"] == "1");
  CHECK(strings.texts["b"].forms["other"] == "2");
}

TEST_CASE("what is no text and a plural without its general form are told of") {
  ThemeStrings strings;
  Diagnostics diagnostics;
  const auto text = french("a = 1\nb = [\"x\"]\n[c]\none = \"1\"\n");
  add_strings(strings, text, diagnostics);
  CHECK(told(text, diagnostics) == Lines{"wrong-type: 1", "wrong-type: [\"x\"]", "bad-plural: c"});
}

TEST_CASE("each text that a site's language lacks is told of, in its file") {
  const auto theme =
      theme_with({{"en", "a = \"A\"\n[b]\nc = \"C\"\nd = { one = \"1\", other = \"n\" }\n"},
                  {"fr", "a = \"A\"\n"},
                  {"de", ""}});
  const auto list = missing(theme, {"en", "fr"});
  REQUIRE(list.size() == 2);
  CHECK(list[0].code == Code::missing_string);
  CHECK(list[0].file == "themes/m/i18n/fr.toml");
  CHECK(list[0].message == "the text `b.c` is missing");
  CHECK(list[0].help == "add `c = \"…\"` below `[b]`, a translation of “C”");
  CHECK_FALSE(list[0].has_place);
  CHECK(list[1].help.find("one = ") != std::string::npos);
}

TEST_CASE("a language without a file is told of once, with the file to add") {
  const auto list = missing(theme_with({{"en", "a = \"A\"\nb = \"B\"\n"}}), {"en", "de"});
  REQUIRE(list.size() == 1);
  CHECK(list[0].file == "content/site.toml");
  CHECK(list[0].help.find("`i18n/de.toml`") != std::string::npos);
}

TEST_CASE(
    "without English the default language is the model, and a theme without words needs none") {
  const auto list = missing(theme_with({{"de", "a = \"A\"\n"}, {"fr", ""}}), {"de", "fr"});
  REQUIRE(list.size() == 1);
  CHECK(list[0].file == "themes/m/i18n/fr.toml");
  CHECK(missing(theme_with({}), {"en", "fr"}).empty());
}
