#include "check/addresses.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<Diagnostic> address_mistakes(const Site& site) {
  Diagnostics diagnostics;
  check_addresses(site, plan_pages(site), diagnostics);
  return diagnostics.list();
}

}  // namespace

TEST_CASE("pages with addresses of their own are fine") {
  CHECK(address_mistakes(
            site_of({settings().language("fr"), cluster("a").aliases({"/old/a/", "/a.html"}),
                     initiative("a").in("a").topics({"A", "B"}).countries({"FR"}), free_page("a"),
                     free_page("about")}))
            .empty());
}

TEST_CASE("an alias can't be another page's address") {
  const Site site =
      site_of({initiative("lamp").aliases({"/fine/", "/initiatives/post/"}), initiative("post")});
  const auto found = address_mistakes(site);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::duplicate_address);
  CHECK(found[0].file == "content/initiatives/lamp.md");
  CHECK(found[0].where == local_initiative(site, "lamp").initiative->aliases[1].where);
  CHECK(found[0].message == "the address `/initiatives/post/` is already taken");
  REQUIRE(found[0].notes.size() == 1);
  CHECK(found[0].notes[0].file == "content/initiatives/post.md");
}

TEST_CASE("capital letters and a missing slash make no other address") {
  CHECK(address_mistakes(
            site_of({initiative("lamp").aliases({"/Initiatives/Post"}), initiative("post")}))
            .size() == 1);
}

TEST_CASE("two pages can't have one old address") {
  const auto found = address_mistakes(
      site_of({initiative("lamp").aliases({"/old/"}), cluster("light").aliases({"/old"})}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == "content/clusters/light.md");
  CHECK(found[0].notes.at(0).file == "content/initiatives/lamp.md");
}

TEST_CASE("an alias can't be a page's own address, nor a file that lamppost makes") {
  CHECK(address_mistakes(site_of({initiative("lamp").aliases({"/initiatives/lamp/"})})).size() ==
        1);
  const auto found = address_mistakes(site_of({initiative("lamp").aliases({"/404.html"})}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].notes.at(0).file.empty());
}

TEST_CASE("an alias can't lie below a file") {
  CHECK(address_mistakes(site_of({initiative("lamp").aliases({"/feed.xml/"})})).size() == 1);
  CHECK(address_mistakes(site_of({initiative("lamp").aliases({"/a.html", "/a.html/b/"})})).size() ==
        1);
  CHECK(address_mistakes(site_of({initiative("lamp").aliases({"/a.html/b/", "/a.html"})})).size() ==
        1);
}

TEST_CASE("an alias written twice in one page is one redirect") {
  CHECK(address_mistakes(site_of({initiative("lamp").aliases({"/old/", "/old"})})).empty());
}

TEST_CASE("topics that share an address are said once, at a topic") {
  const Site site = site_of({settings().language("fr").language("de"),
                             initiative("a").topics({"C++"}), initiative("b").topics({"C"})});
  const auto found = address_mistakes(site);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "the address `/topics/c/` is already taken");
  CHECK(found[0].where == local_initiative(site, "a").initiative->topics[0].where);
}

TEST_CASE("a file of a bundle can't be one that lamppost makes") {
  const auto found = address_mistakes(
      site_of({initiative("lamp").as_bundle()}, {asset("initiatives/lamp/index.json")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == "content/initiatives/lamp/index.json");
  CHECK_FALSE(found[0].has_place);
}

TEST_CASE("a free page can't take a name that the site needs") {
  for (const char* slug : {"clusters", "search", "page", "404"}) {
    CAPTURE(slug);
    const auto found = address_mistakes(site_of({free_page(slug)}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == Code::reserved_name);
    CHECK(found[0].file == "content/pages/" + std::string(slug) + ".md");
  }
}

TEST_CASE("a free page can't take a language's code, of this site or of another") {
  for (const char* slug : {"en", "fr", "de", "gsw"}) {
    CAPTURE(slug);
    const auto found =
        address_mistakes(site_of({settings().language("fr").language("gsw"), free_page(slug)}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == Code::reserved_name);
  }
  CHECK(address_mistakes(site_of({free_page("faq"), free_page("qa"), free_page("new")})).empty());
}

}  // namespace lamppost::test
