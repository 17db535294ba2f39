#include "data/body_html.h"

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// A body of that markup, in which each `@` is the gap of the next link.
Body with_gaps(std::string markup, std::vector<std::pair<LinkKind, std::string>> links) {
  Body body;
  for (const auto& [kind, target] : links) {
    const std::size_t at = markup.find('@');
    markup.erase(at, 1);
    body.links.push_back({kind, target, {}, static_cast<std::uint32_t>(at)});
  }
  body.text.html = Html(markup);
  return body;
}

std::string filled(const Body& body, const std::string& base_url = "https://example.eu/a/b/") {
  const Site site = site_of(
      {settings().base_url(base_url), cluster("light"), initiative("other").in("light"),
       initiative("lamp").in("light").as_bundle().with(body)},
      {asset("initiatives/lamp/a & b.png", PixelSize{640, 480}), asset("initiatives/lamp/r.pdf")});
  const LocalInitiative& lamp = local_initiative(site, "lamp");
  return body_html(site, 0, lamp.initiative->origin, lamp.body).markup();
}

}  // namespace

TEST_CASE("links get the address of their page below the base path, in their order") {
  const Body body = with_gaps(R"(<a href="@">1</a><a href="@">2</a>)",
                              {{LinkKind::page, "../other.md"}, {LinkKind::site, "/topics/x/"}});
  CHECK(filled(body) == R"(<a href="/a/b/initiatives/other/">1</a><a href="/a/b/topics/x/">2</a>)");
}

TEST_CASE("a picture gets its address and its size, escaped") {
  const Body body = with_gaps(R"(<img@ alt="">)", {{LinkKind::image, "a & b.png"}});
  CHECK(filled(body, "https://example.eu/") ==
        R"(<img src="/initiatives/lamp/a%20&amp;%20b.png" width="640" height="480" alt="">)");
}

TEST_CASE("a file that lies beside the page is linked") {
  const Body body = with_gaps(R"(<a href="@">r</a>)", {{LinkKind::file, "r.pdf"}});
  CHECK(filled(body, "https://example.eu/") == R"(<a href="/initiatives/lamp/r.pdf">r</a>)");
}

TEST_CASE("a heading of the same page needs no path") {
  Body body = with_gaps(R"(<a href="@">g</a>)", {{LinkKind::fragment, "#goals"}});
  body.headings.push_back({2, "goals", "Goals"});
  CHECK(filled(body) == R"(<a href="#goals">g</a>)");
}

TEST_CASE("a body without links stays as it is") {
  CHECK(filled(body_of("text")) == "<p>text</p>\n");
}

TEST_CASE("a body's gaps are filled with whole URLs") {
  Body body;
  body.text.html = Html("<a href=\"\">c</a><a href=\"\">h</a><img alt=\"\">");
  body.text.plain_text = "c, h, a picture";
  body.headings = {{2, "goals", "Goals"}};
  body.links = {{LinkKind::page, "../../clusters/light.md", {}, 9},
                {LinkKind::fragment, "#goals", {}, 25},
                {LinkKind::image, "lamp.jpg", {}, 36}};
  const Site site = site_of({settings().base_url("https://example.eu/a/"), cluster("light"),
                             initiative("lamp").in("light").as_bundle().with(body)},
                            {asset("initiatives/lamp/lamp.jpg", PixelSize{40, 30})});
  const LocalInitiative& lamp = local_initiative(site, "lamp");
  const BodyText text =
      absolute_body(site, 0, lamp.initiative->origin, lamp.body, "https://example.eu/p/");
  CHECK(text.plain_text == "c, h, a picture");
  CHECK(text.html.markup() ==
        "<a href=\"https://example.eu/a/clusters/light/\">c</a>"
        "<a href=\"https://example.eu/p/#goals\">h</a>"
        "<img src=\"https://example.eu/a/initiatives/lamp/lamp.jpg\" width=\"40\" height=\"30\" "
        "alt=\"\">");
}
