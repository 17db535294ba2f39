#include "assemble/assemble.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("nothing makes a site with one empty edition") {
  const Site site = assemble({}, {});
  REQUIRE(site.editions.size() == 1);
  CHECK(site.editions[0].language.code() == "en");
  CHECK(site.editions[0].prefix.empty());
  CHECK(site.editions[0].texts.name == "English");
  CHECK(site.editions[0].texts.title == "Initiatives");
  CHECK(site.editions[0].order.empty());
}

TEST_CASE("editions follow the settings, the default language first and without a prefix") {
  Settings settings;
  settings.default_language = "fr";
  settings.title = "Catalogue";
  settings.languages = {
      {"en", "", "Catalogue in English", ""}, {"fr", "", "", ""}, {"pt-BR", "", "", ""}};
  const Site site = site_of({ParsedFile{settings, {}}});
  REQUIRE(site.editions.size() == 3);
  CHECK(site.editions[0].language.code() == "fr");
  CHECK(site.editions[0].prefix.empty());
  CHECK(site.editions[1].prefix == "/en");
  CHECK(site.editions[1].texts.title == "Catalogue in English");
  CHECK(site.editions[2].prefix == "/pt-BR");
  CHECK(site.editions[2].texts.title == "Catalogue");
}

TEST_CASE("a default language that the settings don't list has an edition all the same") {
  Settings settings;
  settings.default_language = "de";
  settings.languages = {{"fr", "Français", "", ""}};
  const Site site = site_of({ParsedFile{settings, {}}});
  REQUIRE(site.editions.size() == 2);
  CHECK(site.editions[0].texts.name == "Deutsch");
}

TEST_CASE("a base URL ends in a slash, and the command line's goes first") {
  CHECK(site_of({settings().base_url("https://a.example/b")}).settings.base_url ==
        "https://a.example/b/");
  Overrides overrides;
  overrides.base_url = "https://c.example";
  CHECK(site_of({settings().base_url("https://a.example/")}, {}, overrides).settings.base_url ==
        "https://c.example/");
}

TEST_CASE("a list page holds at least one initiative") {
  CHECK(site_of({settings().per_page(0)}).settings.initiatives_per_page == 1);
}

TEST_CASE("drafts are published when asked for") {
  Overrides overrides;
  overrides.drafts = true;
  CHECK(site_of({initiative("x").draft()}).editions[0].initiatives.empty());
  CHECK(site_of({initiative("x").draft()}, {}, overrides).editions[0].initiatives.size() == 1);
}

TEST_CASE("the order of the files changes nothing") {
  const std::vector<ParsedFile> files = {settings().language("fr"),
                                         cluster("a"),
                                         initiative("x").in("a").topics({"IoT"}),
                                         initiative("y").in("a").topics({"iot"}),
                                         initiative("x").in_language("fr").titled("Z"),
                                         initiative("x").as_bundle()};
  const Site forwards = site_of(files);
  const Site backwards = site_of({files.rbegin(), files.rend()});
  CHECK(backwards.editions[1].order == forwards.editions[1].order);
  CHECK(backwards.editions[0].topics[0].name == forwards.editions[0].topics[0].name);
  REQUIRE(backwards.misfits.size() == 1);
  CHECK(backwards.misfits[0].origin == forwards.misfits[0].origin);
  CHECK(local_initiative(backwards, "x", 1).initiative ==
        local_initiative(forwards, "x", 1).initiative);
}

TEST_CASE("files of which nothing could be made are passed over") {
  CHECK(site_of({ParsedFile{}, initiative("x")}).editions[0].initiatives.size() == 1);
}

TEST_CASE("assets are found by their path") {
  const Site site = site_of({initiative("x").as_bundle()},
                            {asset("initiatives/x/b.jpg"), asset("initiatives/x/a.jpg")});
  REQUIRE(site.assets.size() == 2);
  CHECK(site.assets[0].path == "initiatives/x/a.jpg");
  CHECK(site.asset_by_path.at("initiatives/x/b.jpg") == 1);
}

}  // namespace lamppost::test
