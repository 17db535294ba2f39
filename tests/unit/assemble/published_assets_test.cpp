#include "assemble/published_assets.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

Asset theme_file(const std::string& root, const std::string& theme, const std::string& name) {
  return {root + "/" + theme + "/static/" + name, theme + "/static/" + name, name, 1, 0, {}};
}

Theme theme_chain() {
  Theme theme;
  ThemeManifest own;
  own.path = "themes/child/theme.toml";
  ThemeManifest parent;
  parent.path = "/usr/share/lamppost/themes/marketplace/theme.toml";
  parent.styles = {{"css/main.css", {}}};
  theme.chain = {own, parent};
  return theme;
}

std::vector<std::string> published(std::vector<Asset> assets) {
  Site site;
  site.theme = theme_chain();
  std::vector<std::string> files;
  for (const Asset& asset : published_assets(site, std::move(assets))) files.push_back(asset.file);
  return files;
}

using Files = std::vector<std::string>;

}  // namespace

TEST_CASE("of the files of one name in a theme and its parents the nearest is published") {
  const std::string shipped = "/usr/share/lamppost/themes";
  CHECK(published({theme_file(shipped, "marketplace", "logo.svg"),
                   theme_file("themes", "child", "logo.svg"),
                   theme_file(shipped, "marketplace", "icon.svg"),
                   theme_file("themes", "unused", "other.svg")}) ==
        Files{shipped + "/marketplace/static/icon.svg", "themes/child/static/logo.svg"});
}

TEST_CASE("of one theme in two places the file beside its theme.toml is published") {
  const std::string shipped = "/usr/share/lamppost/themes";
  CHECK(published({theme_file("themes", "marketplace", "logo.svg"),
                   theme_file(shipped, "marketplace", "logo.svg")}) ==
        Files{shipped + "/marketplace/static/logo.svg"});
}

TEST_CASE("a style that pages link to is not published under its plain name") {
  CHECK(published({theme_file("themes", "child", "css/main.css"),
                   theme_file("themes", "child", "css/print.css")}) ==
        Files{"themes/child/static/css/print.css"});
}

TEST_CASE("the files of a draft are not published") {
  const auto assets = std::vector{asset("initiatives/x/a.jpg"), asset("initiatives/x/deep/b.jpg"),
                                  asset("initiatives/y/c.jpg")};
  const Site site =
      site_of({initiative("x").as_bundle().draft(), initiative("y").as_bundle()}, assets);
  REQUIRE(site.assets.size() == 1);
  CHECK(site.assets[0].path == "initiatives/y/c.jpg");
}

}  // namespace lamppost::test
