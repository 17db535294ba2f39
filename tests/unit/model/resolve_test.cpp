#include "model/resolve.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

/// A site with a page of every kind, one of them translated.
Site sample() {
  return site_of({settings().language("fr"), home(), cluster("light").heading("goals"),
                  cluster("light").in_language("fr").titled("Lumière").saying("fr").heading("buts"),
                  initiative("lamp").as_bundle().heading("why"), initiative("post"),
                  initiative("dim").draft(), free_page("about")},
                 {asset("initiatives/lamp/photo one.jpg", PixelSize{640, 480}),
                  asset("initiatives/lamp/guide.pdf")});
}

const Origin& origin_of(const Site& site, const std::string& slug) {
  return local_initiative(site, slug).initiative->origin;
}

ResolvedLink follow(const Site& site, const std::string& from, LinkKind kind,
                    const std::string& target, std::size_t edition = 0) {
  const LocalInitiative& local = local_initiative(site, from, edition);
  return resolve(site, edition, origin_of(site, from), site.bodies[local.body],
                 {kind, target, {}, 0});
}

std::string page(const std::string& from, const std::string& target, std::size_t edition = 0) {
  return follow(sample(), from, LinkKind::page, target, edition).address;
}

}  // namespace

TEST_CASE("a link to a content file leads to its page, seen from the file's own folder") {
  CHECK(page("post", "../clusters/light.md") == "/clusters/light/");
  CHECK(page("post", "lamp/index.md") == "/initiatives/lamp/");
  CHECK(page("post", "./lamp/index.md") == "/initiatives/lamp/");
  CHECK(page("post", "../pages/about.md") == "/about/");
  CHECK(page("post", "../_index.md") == "/");
  CHECK(page("lamp", "../post.md") == "/initiatives/post/");
  CHECK(page("lamp", "../../clusters/light.md") == "/clusters/light/");
}

TEST_CASE("a link stays in its language, whichever language's file it names") {
  CHECK(page("post", "../clusters/light.md", 1) == "/fr/clusters/light/");
  CHECK(page("post", "../clusters/light.fr.md", 1) == "/fr/clusters/light/");
  CHECK(page("post", "../clusters/light.fr.md", 0) == "/clusters/light/");
}

TEST_CASE("what is no content file leads nowhere") {
  for (const char* target :
       {"nothing.md", "README.md", "../../post.md", "../../../etc/passwd.md", "",
        "/initiatives/post.md", "../initiatives", "POST.md", "..", "post.md/"}) {
    CAPTURE(target);
    CHECK(page("post", target).empty());
  }
}

TEST_CASE("a heading must be there in the language that is shown") {
  const Site site = sample();
  const auto there = follow(site, "post", LinkKind::page, "../clusters/light.md#goals");
  CHECK(there.address == "/clusters/light/#goals");
  CHECK(there.fragment_exists);
  const auto in_french = follow(site, "post", LinkKind::page, "../clusters/light.md#goals", 1);
  CHECK(in_french.address == "/fr/clusters/light/");
  CHECK_FALSE(in_french.fragment_exists);
  CHECK(follow(site, "post", LinkKind::page, "../clusters/light.md#buts", 1).fragment_exists);
  CHECK(follow(site, "post", LinkKind::page, "../clusters/light.md#").fragment_exists);
}

TEST_CASE("a heading of the same page needs no address") {
  const Site site = sample();
  CHECK(follow(site, "lamp", LinkKind::fragment, "#why").address == "#why");
  CHECK(follow(site, "lamp", LinkKind::fragment, "#top").address == "#top");
  const auto wrong = follow(site, "lamp", LinkKind::fragment, "#Why");
  CHECK(wrong.address.empty());
  CHECK_FALSE(wrong.fragment_exists);
}

TEST_CASE("a footnote can be linked to as a heading can") {
  Body body = body_of("text");
  body.headings = {{2, "b", "B"}, {2, "a", "A"}};
  body.other_ids = {"fn-1", "aa"};
  const Site site = site_of({initiative("x").with(body)});
  for (const char* id : {"#a", "#aa", "#b", "#fn-1"}) {
    CAPTURE(id);
    CHECK(follow(site, "x", LinkKind::fragment, id).fragment_exists);
  }
  CHECK_FALSE(follow(site, "x", LinkKind::fragment, "#fn-2").fragment_exists);
}

TEST_CASE("a draft exists, but is not published") {
  const auto link = follow(sample(), "post", LinkKind::page, "dim.md");
  CHECK(link.is_draft);
  CHECK(link.address.empty());
}

TEST_CASE("a picture has its size, a file keeps its fragment") {
  const Site site = sample();
  const auto image = follow(site, "lamp", LinkKind::image, "photo one.jpg", 1);
  CHECK(image.address == "/initiatives/lamp/photo one.jpg");
  CHECK(image.pixels == PixelSize{640, 480});
  CHECK(follow(site, "lamp", LinkKind::file, "guide.pdf#page=2").address ==
        "/initiatives/lamp/guide.pdf#page=2");
  CHECK(follow(site, "lamp", LinkKind::file, "Guide.pdf").address.empty());
  CHECK(follow(site, "post", LinkKind::file, "guide.pdf").address.empty());
}

TEST_CASE("an address of the site is taken as written") {
  CHECK(follow(sample(), "post", LinkKind::site, "/topics/x/?a#b").address == "/topics/x/?a#b");
}

TEST_CASE("a path can't leave the content") {
  Origin origin;
  origin.path = "initiatives/x/index.md";
  CHECK(path_from(origin, "../y.md") == "initiatives/y.md");
  CHECK(path_from(origin, "../../a//b/./c") == "a/b/c");
  CHECK_FALSE(path_from(origin, "../../../y.md").has_value());
  CHECK_FALSE(path_from(origin, "/y.md").has_value());
}

}  // namespace lamppost::test
