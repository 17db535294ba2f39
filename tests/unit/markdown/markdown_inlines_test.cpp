#include "markdown/markdown_inlines.h"

#include "support/catch.h"
#include "unit/markdown/markdown_support.h"

using lamppost::Code;
using lamppost::LinkKind;
using lamppost::test::rendered;
using Strings = std::vector<std::string>;

TEST_CASE("links inside the site leave a gap and are told with what they lead to") {
  const auto page = rendered("[a](b.md#c) [d](/e/ \"t\") [f](#g) [h](i%20j.pdf)");
  CHECK(page.body.text.html.markup() ==
        "<p><a href=\"\">a</a> <a href=\"\" title=\"t\">d</a> <a href=\"\">f</a> "
        "<a href=\"\">h</a></p>\n");
  REQUIRE(page.body.links.size() == 4);
  CHECK(page.body.links[0] == lamppost::Link{LinkKind::page, "b.md#c", {4, 10}, 12});
  CHECK(page.body.links[1].kind == LinkKind::site);
  CHECK(page.body.links[2].kind == LinkKind::fragment);
  CHECK(page.body.links[3].kind == LinkKind::file);
  CHECK(page.body.links[3].target == "i j.pdf");
  CHECK(page.html() ==
        "<p><a href=\"b.md#c\">a</a> <a href=\"/e/\" title=\"t\">d</a> <a href=\"#g\">f</a> "
        "<a href=\"i%20j.pdf\">h</a></p>\n");
}

TEST_CASE("links to elsewhere are complete") {
  const auto page =
      rendered("[a](https://b.eu/?c=d&e \"f \\\"g\\\"\") <mailto:h@i.eu> [j](//k.eu)");
  CHECK(page.body.text.html.markup() ==
        "<p><a href=\"https://b.eu/?c=d&amp;e\" title=\"f &quot;g&quot;\">a</a> "
        "<a href=\"mailto:h@i.eu\">mailto:h@i.eu</a> <a href=\"https://k.eu\">j</a></p>\n");
  CHECK(page.body.links.empty());
  CHECK(page.diagnostics.empty());
}

TEST_CASE("of a link with another scheme the text stays") {
  const auto page = rendered(
      "[*a* b](javascript:alert) <ftp://c> [d](data&colon;x) [e](java&#x09;script:f) [g](http:h)");
  CHECK(page.html() == "<p><em>a</em> b ftp://c d e g</p>\n");
  CHECK(page.complaints() == Strings{"bad-scheme 1:9 javascript:alert", "bad-scheme 1:28 ftp://c",
                                     "bad-scheme 1:41 data&colon;x",
                                     "bad-scheme 1:59 java&#x09;script:f",
                                     "bad-scheme 1:83 http:h"});
}

TEST_CASE("a misspelt scheme is set right") {
  const auto page = rendered("[a](htps://b.eu)");
  REQUIRE(page.diagnostics.list().size() == 1);
  CHECK(page.diagnostics.list()[0].help == "did you mean `https:`?");
}

TEST_CASE("inline HTML is dropped tag by tag and the text between stays") {
  const auto page = rendered("a <b>c</b> <!-- d\ne --> <script>f()</script> g");
  CHECK(page.html() == "<p>a c  f() g</p>\n");
  CHECK(page.complaints() == Strings{"raw-html 1:3 <b>", "raw-html 1:7 </b>",
                                     "raw-html 1:12 <!-- d\ne -->", "raw-html 2:7 <script>",
                                     "raw-html 2:18 </script>"});
}

TEST_CASE("control characters that come in by reference are replaced") {
  CHECK(rendered("a&#1;b&#x80;c&#0;").html() == "<p>a\uFFFDb\uFFFDc\uFFFD</p>\n");
  CHECK(rendered("[a](b.md \"c&#7;\")").html() ==
        "<p><a href=\"b.md\" title=\"c\uFFFD\">a</a></p>\n");
  CHECK(rendered("`&#1;`").html() == "<p><code>&amp;#1;</code></p>\n");
}

TEST_CASE("a picture of the bundle has a gap, its description and room to load late") {
  const auto page = rendered("![a *b* <i>\"c\"</i>](d.png \"e\")");
  CHECK(page.body.text.html.markup() ==
        "<p><img alt=\"a b &quot;c&quot;\" title=\"e\" loading=\"lazy\" decoding=\"async\"></p>\n");
  REQUIRE(page.body.links.size() == 1);
  CHECK(page.body.links[0] == lamppost::Link{LinkKind::image, "d.png", {20, 25}, 7});
  CHECK(page.complaints() == Strings{"raw-html 1:9 <i>", "raw-html 1:15 </i>"});
  CHECK(rendered("![](d.png)").html() ==
        "<p><img src=\"d.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n");
}

TEST_CASE("a picture from elsewhere becomes a link to it") {
  const auto page = rendered("![a *b*](https://c.eu/d.png) ![](//e.eu/f.png)");
  CHECK(page.html() ==
        "<p><a href=\"https://c.eu/d.png\">a b</a> <a href=\"https://e.eu/f.png\">//e.eu/f.png</a>"
        "</p>\n");
  CHECK(page.complaints() ==
        Strings{"remote-image 1:10 https://c.eu/d.png", "remote-image 1:34 //e.eu/f.png"});
  CHECK(rendered("[![a](https://b.eu/c.png)](d.md)").html() == "<p><a href=\"d.md\">a</a></p>\n");
}

TEST_CASE("a picture with another scheme leaves its description") {
  const auto page = rendered("![a](data:image/png;base64,x) ![b](mailto:c@d.eu)");
  CHECK(page.html() == "<p>a b</p>\n");
  CHECK(page.complaints() ==
        Strings{"bad-scheme 1:6 data:image/png;base64,x", "bad-scheme 1:36 mailto:c@d.eu"});
}

TEST_CASE("no link stands in another") {
  CHECK(rendered("[a <https://b.eu> c](d.md)").html() ==
        "<p><a href=\"d.md\">a https://b.eu c</a></p>\n");
  CHECK(rendered("[a[^1]](b.md)\n\n[^1]: c\n")
            .html()
            .find("<p><a href=\"b.md\">a<sup id=\"fnref-1\">1</sup></a></p>") == 0);
  CHECK(rendered("[![a](b.png)](c.md)").html() ==
        "<p><a href=\"c.md\"><img src=\"b.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></a>"
        "</p>\n");
}

TEST_CASE("a link without words is named by its address") {
  CHECK(rendered("[](a.md)").html() == "<p><a href=\"a.md\">a.md</a></p>\n");
  CHECK(rendered("[![](a.png)](b.md)").html().find("decoding=\"async\">b.md</a>") !=
        std::string::npos);
}

TEST_CASE("a footnote's mark in a description is none") {
  const auto page = rendered("![a[^1]](b.png) c[^1]\n\n[^1]: d\n");
  CHECK(page.html().find("alt=\"a\"") != std::string::npos);
  CHECK(page.body.other_ids == Strings{"fnref-1", "fn-1"});
}

TEST_CASE("breaks and emphasis are written as the specification says") {
  CHECK(rendered("a\nb  \nc\\\nd").html() == "<p>a\nb<br>\nc<br>\nd</p>\n");
  CHECK(rendered("*a* **b** ~~c~~ `d<`").html() ==
        "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n");
}
