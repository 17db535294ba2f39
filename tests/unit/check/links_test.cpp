#include "check/links.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<Diagnostic> link_mistakes(const Site& site) {
  Diagnostics diagnostics;
  check_links(site, plan_pages(site), diagnostics);
  return diagnostics.list();
}

/// What is said of one link of an initiative, in a site with a page of every kind.
std::vector<Diagnostic> linking(LinkKind kind, const std::string& target) {
  return link_mistakes(
      site_of({cluster("light").heading("goals").heading("partners"),
               initiative("lamp").as_bundle().topics({"Energy"}), initiative("dim").draft(),
               free_page("about"), initiative("page").heading("why").linking(kind, target)},
              {asset("initiatives/lamp/a.jpg")}));
}

void check_fix(LinkKind kind, const std::string& target, const std::string& meant) {
  CAPTURE(target);
  const auto found = linking(kind, target);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].fix.has_value());
  CHECK(found[0].fix->text == meant);
  CHECK(found[0].fix->where == found[0].where);
  CHECK(found[0].help == "did you mean `" + meant + "`?");
}

}  // namespace

TEST_CASE("links that lead somewhere need no word") {
  for (const char* target : {"../clusters/light.md", "../clusters/light.md#goals", "lamp/index.md",
                             "../pages/about.md"}) {
    CHECK(linking(LinkKind::page, target).empty());
  }
  for (const char* target :
       {"/", "/clusters/light/", "/about/#contact", "/topics/energy/", "/feed.xml",
        "/about/?from=here", "/initiatives/lamp/a.jpg", "/about/index.html"}) {
    CAPTURE(target);
    CHECK(linking(LinkKind::site, target).empty());
  }
  CHECK(linking(LinkKind::fragment, "#why").empty());
  CHECK(linking(LinkKind::file, "lamp/a.jpg").empty());
}

TEST_CASE("a dead link suggests the nearest page of that folder") {
  check_fix(LinkKind::page, "../clusters/ligth.md#goals", "../clusters/light.md#goals");
  check_fix(LinkKind::page, "lmap/index.md", "lamp/index.md");
}

TEST_CASE("a dead link suggests the page of that name in another folder") {
  check_fix(LinkKind::page, "light.md", "../clusters/light.md");
  check_fix(LinkKind::page, "about.md", "../pages/about.md");
  check_fix(LinkKind::page, "../../clusters/light.md", "../clusters/light.md");
  check_fix(LinkKind::page, "/clusters/light.md", "../clusters/light.md");
}

TEST_CASE("a link to a page that is a folder, written as a file, is put right") {
  check_fix(LinkKind::page, "lamp.md", "lamp/index.md");
  check_fix(LinkKind::page, "../clusters/light/index.md", "../clusters/light.md");
}

TEST_CASE("a link that resembles nothing says how links are written") {
  const auto found = linking(LinkKind::page, "something-else-entirely.md");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::dead_link);
  CHECK(found[0].message == "there is no page `something-else-entirely.md`");
  CHECK_FALSE(found[0].fix.has_value());
  CHECK_FALSE(found[0].help.empty());
}

TEST_CASE("a README is never published") {
  const auto found = linking(LinkKind::page, "../README.md");
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "a `README.md` is never published: link to another file");
}

TEST_CASE("a link to a draft says that it is one") {
  const auto found = linking(LinkKind::page, "dim.md");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::dead_link);
  CHECK(found[0].message == "`dim.md` is a draft, which is not published");
}

TEST_CASE("a dead anchor suggests the nearest heading, or lists them") {
  check_fix(LinkKind::page, "../clusters/light.md#goal", "../clusters/light.md#goals");
  check_fix(LinkKind::fragment, "#Why", "#why");
  const auto found = linking(LinkKind::page, "../clusters/light.md#documents");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::dead_anchor);
  CHECK(found[0].message == "`../clusters/light.md` has no heading `#documents`");
  CHECK(found[0].help == "its headings are `goals` or `partners`");
}

TEST_CASE("a page without headings is linked to as a whole") {
  const auto found = linking(LinkKind::page, "../pages/about.md#team");
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "that page has no headings: link to the page without `#team`");
}

TEST_CASE("an address of the site must be one of its addresses") {
  check_fix(LinkKind::site, "/about", "/about/");
  check_fix(LinkKind::site, "/about#team", "/about/#team");
  check_fix(LinkKind::site, "/topics/enegry/", "/topics/energy/");
  check_fix(LinkKind::site, "/Cluster/light/?a=b", "/clusters/light/?a=b");
}

TEST_CASE("a file or picture that isn't there is missing") {
  const auto found = linking(LinkKind::image, "photo.jpg");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::missing_file);
}

TEST_CASE("a link's place that is more than its target is not rewritten") {
  Body body;
  body.links = {{LinkKind::page, "../clusters/ligth.md", {10, 60}, 0}};
  const auto found = link_mistakes(site_of({cluster("light"), initiative("x").with(body)}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "did you mean `../clusters/light.md`?");
  CHECK_FALSE(found[0].fix.has_value());
}

TEST_CASE("every body is checked once, where it is written for") {
  const auto found = link_mistakes(
      site_of({settings().language("fr").language("de"), cluster("light").heading("goals"),
               cluster("light").in_language("fr").titled("Lumière").saying("fr").heading("buts"),
               initiative("x").saying("en").linking(LinkKind::page, "../clusters/light.md#goals"),
               initiative("y").saying("en").linking(LinkKind::page, "gone-for-good.md"),
               initiative("y").in_language("fr").saying("fr").linking(
                   LinkKind::page, "../clusters/light.md#goals")}));
  REQUIRE(found.size() == 2);
  CHECK(found[0].file == "content/initiatives/y.md");
  CHECK(found[1].file == "content/initiatives/y.fr.md");
  CHECK(found[1].code == Code::dead_anchor);
}

TEST_CASE("the home page's links are checked too") {
  const auto found = link_mistakes(
      site_of({home().saying("x").linking(LinkKind::page, "clusters/x.md"), cluster("xy")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == "content/_index.md");
}

}  // namespace lamppost::test
