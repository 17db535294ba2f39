#include "exchange/page_record.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("every kind of page has its path") {
  PageRecord page;
  page.slug = "lamp";
  CHECK(path_of(page) == "initiatives/lamp.md");
  page.language = "pt-BR";
  CHECK(path_of(page) == "initiatives/lamp.pt-BR.md");
  page.is_bundle = true;
  CHECK(path_of(page) == "initiatives/lamp/index.pt-BR.md");
  page.role = FileRole::cluster;
  page.is_bundle = false;
  page.language = "";
  CHECK(path_of(page) == "clusters/lamp.md");
  page.role = FileRole::free_page;
  CHECK(path_of(page) == "pages/lamp.md");
  page.role = FileRole::home;
  page.language = "fr";
  CHECK(path_of(page) == "_index.fr.md");
}

TEST_CASE("a kind has one name, settings and themes have none") {
  for (const FileRole role :
       {FileRole::initiative, FileRole::cluster, FileRole::free_page, FileRole::home}) {
    CHECK(role_named(name_of(role)) == role);
  }
  CHECK(name_of(FileRole::settings).empty());
  CHECK_FALSE(role_named("").has_value());
}

TEST_CASE("a file has its keys in the order of the key table, then its body") {
  PageRecord page;
  page.keys = {{"weight", {}, {std::int64_t{3}, {}}},
               {"contact", {}, {ValueMap{{"name", {}, {std::string("Ada"), {}}}}, {}}},
               {"title", {}, {std::string("Lamp"), {}}}};
  sort_keys(page);
  CHECK(file_of(page) == "+++\ntitle = \"Lamp\"\nweight = 3\n\n[contact]\nname = \"Ada\"\n+++\n");
  page.body = "Text.";
  CHECK(file_of(page).ends_with("+++\n\nText.\n"));
}

}  // namespace lamppost::test
