#include "read/theme_files.h"

#include "support/catch.h"
#include "unit/read/read_support.h"

using lamppost::FileRole;
using lamppost::test::FoundSite;
using lamppost::test::paths_of;
using Strings = std::vector<std::string>;

TEST_CASE("a theme's files are found; styles and scripts to be parsed, others to be published") {
  FoundSite site({"themes/m/theme.toml", "themes/m/layouts/home.mustache",
                  "themes/m/layouts/partials/card.mustache", "themes/m/i18n/fr.toml",
                  "themes/m/static/css/main.css", "themes/m/static/js/menu.JS",
                  "themes/m/static/img/logo.svg", "themes/m/static/font.woff2", "themes/m/LICENSE",
                  "themes/m/notes/theme.toml", "themes/README.md", "themes/notes.txt"});
  const auto tree = site.find();
  CHECK(site.complaints().empty());
  REQUIRE(paths_of(tree.entries) ==
          Strings{"m/i18n/fr.toml", "m/layouts/home.mustache", "m/layouts/partials/card.mustache",
                  "m/static/css/main.css", "m/static/js/menu.JS", "m/theme.toml"});
  CHECK(tree.entries[0].role == FileRole::theme);
  CHECK(tree.entries[0].file == site.folder.path() + "/themes/m/i18n/fr.toml");
  REQUIRE(paths_of(tree.assets) == Strings{"m/static/font.woff2", "m/static/img/logo.svg"});
  CHECK(tree.assets[1].output_path == "img/logo.svg");
}

TEST_CASE("a layout or text of another type is told") {
  FoundSite site({"themes/m/layouts/home.html", "themes/m/i18n/fr.json"});
  CHECK(site.find().entries.empty());
  CHECK(site.complaints() == Strings{"misplaced-file themes/m/i18n/fr.json",
                                     "misplaced-file themes/m/layouts/home.html"});
}

TEST_CASE("of two theme folders the first one's files come first") {
  FoundSite site({"themes/m/theme.toml", "shipped/m/theme.toml", "shipped/m/static/a.png"});
  auto folders = site.folders();
  folders.themes.push_back(site.folder.path() + "/none");
  folders.themes.push_back(site.folder.path() + "/shipped");
  const auto tree = lamppost::find_sources(folders, site.diagnostics);
  REQUIRE(tree.entries.size() == 2);
  CHECK(tree.entries[0].theme_root == 0);
  CHECK(tree.entries[1].theme_root == 2);
  CHECK(tree.entries[1].file == site.folder.path() + "/shipped/m/theme.toml");
}
