#include "parse/theme.h"

#include "model/content_hash.h"
#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

constexpr auto manifest = "name = \"M\"\napi = 1\nstyles = [\"css/main.css\"]\n";

SourceFile theme_file(const std::string& path, const std::string& bytes, std::uint32_t root = 0) {
  SourceFile file;
  file.entry.path = path;
  file.entry.file = (root == 0 ? "themes/" : "/usr/share/themes/") + path;
  file.entry.role = FileRole::theme;
  file.entry.theme_root = root;
  file.text = make_source_text(file.entry.file, bytes);
  return file;
}

std::vector<SourceFile> marketplace() {
  return {theme_file("marketplace/theme.toml", manifest),
          theme_file("marketplace/layouts/home.mustache", "parent home"),
          theme_file("marketplace/layouts/partials/card.mustache", "parent card"),
          theme_file("marketplace/static/css/main.css", "a{}"),
          theme_file("marketplace/i18n/en.toml", "a = \"A\"\nb = \"B\"\n")};
}

struct Joined {
  Theme theme;
  std::vector<Diagnostic> list;
};

Joined joined(const std::vector<SourceFile>& files, const std::string& name = "marketplace") {
  Settings settings;
  settings.theme = {name, {8, 8 + static_cast<std::uint32_t>(name.size()) + 2}};
  settings.languages = {{"en", "", "", ""}};
  Diagnostics diagnostics;
  auto theme = join_theme(files, settings, "content/site.toml", diagnostics);
  return {std::move(theme), diagnostics.list()};
}

std::vector<SourceFile> with(std::vector<SourceFile> files,
                             std::initializer_list<SourceFile> more) {
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

}  // namespace

TEST_CASE("a theme has its layouts, texts and linked files") {
  const auto result = joined(marketplace());
  CHECK(result.list.empty());
  REQUIRE(result.theme.chain.size() == 1);
  CHECK(result.theme.chain[0].name == "M");
  CHECK(result.theme.chain[0].path == "themes/marketplace/theme.toml");
  CHECK(result.theme.layouts.at("home").bytes == "parent home");
  CHECK(result.theme.layouts.at("partials/card").path ==
        "themes/marketplace/layouts/partials/card.mustache");
  CHECK(result.theme.strings.at("en").texts.size() == 2);
  REQUIRE(result.theme.styles.size() == 1);
  CHECK(result.theme.styles[0].output_path ==
        "css/main." + content_hash("a{}").substr(0, 16) + ".css");
  CHECK(result.theme.styles[0].integrity == integrity_of("a{}"));
  CHECK(result.theme.styles[0].bytes == "a{}");
}

TEST_CASE("a theme that extends another replaces what it has itself, one by one") {
  const auto files = with(
      marketplace(),
      {theme_file("mine/theme.toml",
                  "name = \"N\"\napi = 1\nextends = \"marketplace\"\nstyles = "
                  "[\"css/mine.css\"]\nscripts = [\"js/x.js\"]\n"),
       theme_file("mine/layouts/home.mustache", "my home"),
       theme_file("mine/static/css/mine.css", "b{}"), theme_file("mine/static/css/main.css", "c{}"),
       theme_file("mine/static/js/x.js", "1"), theme_file("mine/i18n/en.toml", "b = \"Mine\"\n")});
  const auto result = joined(files, "mine");
  CHECK(result.list.empty());
  CHECK(result.theme.chain.size() == 2);
  CHECK(result.theme.layouts.at("home").bytes == "my home");
  CHECK(result.theme.layouts.at("partials/card").bytes == "parent card");
  CHECK(result.theme.strings.at("en").texts.at("a").forms.at("other") == "A");
  CHECK(result.theme.strings.at("en").texts.at("b").forms.at("other") == "Mine");
  REQUIRE(result.theme.styles.size() == 2);
  CHECK(result.theme.styles[0].bytes == "c{}");
  CHECK(result.theme.styles[1].bytes == "b{}");
  CHECK(result.theme.scripts.size() == 1);
}

TEST_CASE("a script of some layouts is linked once, for the pages of those") {
  const auto files =
      with(marketplace(),
           {theme_file("mine/theme.toml",
                       "name = \"N\"\napi = 1\nextends = \"marketplace\"\nscripts = "
                       "[\"js/all.js\"]\n[scripts_for]\nhome = [\"js/list.js\", \"js/all.js\"]\n"
                       "topic = [\"js/list.js\"]\n"),
            theme_file("mine/static/js/all.js", "1"), theme_file("mine/static/js/list.js", "2")});
  const auto result = joined(files, "mine");
  CHECK(result.list.empty());
  REQUIRE(result.theme.scripts.size() == 2);
  CHECK(result.theme.scripts[0].layouts.empty());
  CHECK(result.theme.scripts[1].layouts == std::vector<std::string>{"home", "topic"});
  CHECK(is_linked_from(result.theme.scripts[0], "cluster"));
  CHECK(is_linked_from(result.theme.scripts[1], "topic"));
  CHECK_FALSE(is_linked_from(result.theme.scripts[1], "cluster"));
}

TEST_CASE("a child theme may give a parent's script of one layout to all pages") {
  const auto files = with(
      marketplace(), {theme_file("middle/theme.toml",
                                 "name = \"M\"\napi = 1\nextends = \"marketplace\"\n[scripts_for]\n"
                                 "home = [\"js/list.js\"]\n"),
                      theme_file("middle/static/js/list.js", "2"),
                      theme_file("mine/theme.toml",
                                 "name = \"N\"\napi = 1\nextends = \"middle\"\nscripts = "
                                 "[\"js/list.js\"]\n")});
  const auto result = joined(files, "mine");
  REQUIRE(result.theme.scripts.size() == 1);
  CHECK(result.theme.scripts[0].layouts.empty());
}

TEST_CASE("a script of a layout that is not there, and a layout that is not there, are told") {
  const auto missing =
      joined(with(marketplace(), {theme_file("mine/theme.toml",
                                             "name = \"N\"\napi = 1\nextends = \"marketplace\"\n"
                                             "[scripts_for]\nhome = [\"js/lost.js\"]\n")}),
             "mine");
  REQUIRE(missing.list.size() == 1);
  CHECK(missing.list[0].code == Code::missing_file);
  const auto unknown =
      joined(with(marketplace(), {theme_file("mine/theme.toml",
                                             "name = \"N\"\napi = 1\nextends = \"marketplace\"\n"
                                             "[scripts_for]\nserach = []\n")}),
             "mine");
  REQUIRE(unknown.list.size() == 1);
  CHECK(unknown.list[0].code == Code::unknown_key);
}

TEST_CASE("of one file in two theme folders the first folder's wins") {
  auto files = marketplace();
  for (auto& file : files) file.entry.theme_root = 1;
  files.insert(files.begin(), theme_file("marketplace/layouts/home.mustache", "site's home"));
  const auto result = joined(files);
  CHECK(result.list.empty());
  CHECK(result.theme.layouts.at("home").bytes == "site's home");
  CHECK(result.theme.layouts.at("partials/card").bytes == "parent card");
}

TEST_CASE("a theme that is not there is told of where it is named, with the nearest") {
  const auto result = joined(marketplace(), "marketplce");
  REQUIRE(result.list.size() == 1);
  CHECK(result.list[0].code == Code::missing_theme);
  CHECK(result.list[0].file == "content/site.toml");
  CHECK(result.list[0].help == "did you mean `marketplace`?");
  CHECK(result.list[0].fix->text == "\"marketplace\"");
  CHECK(result.theme.chain.empty());
}

TEST_CASE("without settings a missing theme has no place") {
  Diagnostics diagnostics;
  CHECK(join_theme({}, Settings{}, "", diagnostics).chain.empty());
  REQUIRE(diagnostics.list().size() == 1);
  CHECK_FALSE(diagnostics.list()[0].has_place);
  CHECK_FALSE(diagnostics.list()[0].file.empty());
}

TEST_CASE("a missing parent and a loop are told of at extends") {
  const auto missing = theme_file("a/theme.toml", "name = \"A\"\napi = 1\nextends = \"b\"\n");
  const auto alone = joined({missing}, "a");
  REQUIRE(alone.list.size() == 1);
  CHECK(alone.list[0].code == Code::missing_theme);
  CHECK(slice(missing.text, alone.list[0].where) == "\"b\"");
  const auto loop = joined(
      {missing, theme_file("b/theme.toml", "name = \"B\"\napi = 1\nextends = \"a\"\n")}, "a");
  REQUIRE(loop.list.size() == 1);
  CHECK(loop.list[0].code == Code::theme_loop);
  CHECK(loop.list[0].file == "themes/b/theme.toml");
  CHECK(loop.theme.chain.empty());
}

TEST_CASE("another contract, wrong keys and missing files are told of") {
  const auto toml = theme_file("m/theme.toml",
                               "name = \"M\"\napi = 2\nstyles = [\"css/mian.css\"]\ncolour = 1\n");
  const auto result = joined({toml, theme_file("m/static/css/main.css", "")}, "m");
  Diagnostics diagnostics;
  for (auto diagnostic : result.list) diagnostics.add(std::move(diagnostic));
  CHECK(told(toml.text, diagnostics) ==
        Lines{"unknown-key: colour", "theme-api: 2", "missing-file: \"css/mian.css\""});
  CHECK(result.list[2].fix->text == "\"css/main.css\"");
}

TEST_CASE("broken texts and layouts are told of in their files") {
  const auto files = with(marketplace(), {theme_file("marketplace/i18n/fr.toml", "a = \n"),
                                          theme_file("marketplace/i18n/french.toml", ""),
                                          theme_file("marketplace/layouts/x.mustache", "\xFF")});
  const auto result = joined(files);
  REQUIRE(result.list.size() == 3);
  CHECK(result.list[0].code == Code::not_utf8);
  CHECK(result.list[1].code == Code::toml_syntax);
  CHECK(result.list[1].file == "themes/marketplace/i18n/fr.toml");
  CHECK(result.list[2].code == Code::bad_language);
}
