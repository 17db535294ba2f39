#include "markdown/link_target.h"

#include "support/catch.h"

using lamppost::link_target;
using lamppost::LinkKind;
using lamppost::LinkTarget;
using Reach = lamppost::LinkTarget::Reach;

TEST_CASE("a destination without a scheme leads inside the site, by its form") {
  const auto is_inside = [](const char* destination, LinkKind kind, const char* target) {
    return link_target(destination) == LinkTarget{Reach::inside, kind, target, {}, {}};
  };
  CHECK(is_inside("../clusters/a.md#goals", LinkKind::page, "../clusters/a.md#goals"));
  CHECK(is_inside("a.fr.md", LinkKind::page, "a.fr.md"));
  CHECK(is_inside("/topics/lighting/", LinkKind::site, "/topics/lighting/"));
  CHECK(is_inside("/a.md", LinkKind::page, "/a.md"));
  CHECK(is_inside("#goals", LinkKind::fragment, "#goals"));
  CHECK(is_inside("#a.md", LinkKind::fragment, "#a.md"));
  CHECK(is_inside("report.pdf", LinkKind::file, "report.pdf"));
  CHECK(is_inside(".md", LinkKind::file, ".md"));
  CHECK(is_inside("", LinkKind::file, ""));
  CHECK(is_inside("docs/a:b.pdf", LinkKind::file, "docs/a:b.pdf"));
}

TEST_CASE("percent-encoding is decoded where that gives text and leaves the fragment") {
  CHECK(link_target("a%20%C3%A9.md#%C3%BC").target == "a é.md#ü");
  CHECK(link_target("a%FF.pdf").target == "a%FF.pdf");
  CHECK(link_target("a%00.pdf").target == "a%00.pdf");
  CHECK(link_target("a%23b.pdf").target == "a%23b.pdf");
  CHECK(link_target("100%.pdf").target == "100%.pdf");
}

TEST_CASE("four schemes lead outside") {
  CHECK(link_target("HTTPS://Example.eu/a?b#c").address == "https://Example.eu/a?b#c");
  CHECK(link_target("http://example.eu").address == "http://example.eu");
  CHECK(link_target("mailto:ana@example.eu").address == "mailto:ana@example.eu");
  CHECK(link_target("tel:+3221234567").address == "tel:+3221234567");
  CHECK(link_target("http://user@example.eu:8080/").reach == Reach::outside);
  CHECK(link_target("https://münchen.de/").reach == Reach::outside);
}

TEST_CASE("an address that begins with two slashes is one outside") {
  for (const char* const written : {"//example.eu/a", "\\\\example.eu/a", "/\\example.eu/a",
                                    " //example.eu/a", "/\t/example.eu/a"}) {
    INFO(written);
    CHECK(link_target(written).reach == Reach::outside);
    CHECK(link_target(written).address == "https://example.eu/a");
  }
}

TEST_CASE("any other scheme is refused, also where browsers would find it only after a while") {
  for (const char* const written :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "\x01javascript:x",
        "java\tscript:x", "java\nscript:x", "javascript\r:x", "javascript%3Ax", "%6Aavascript:x",
        "java%0Ascript:x", "java\x01script:x"}) {
    INFO(written);
    CHECK(link_target(written).reach == Reach::bad_scheme);
    CHECK(link_target(written).scheme == "javascript");
  }
  CHECK(link_target("data:text/html,x").scheme == "data");
  CHECK(link_target("ftp://example.eu").scheme == "ftp");
  CHECK(link_target("C:\\report.pdf").scheme == "c");
  CHECK(link_target("vbscript:x").reach == Reach::bad_scheme);
}

TEST_CASE("a web address needs a host") {
  for (const char* const written :
       {"http:example.eu", "https:/example.eu", "https://", "http:///a", "https://?a", "//",
        "https://a b/", "https://a%20b/", "https://@/", "https://a<b"}) {
    INFO(written);
    CHECK(link_target(written).reach == Reach::no_host);
  }
}
