#include "markdown/markdown.h"

#include "support/catch.h"
#include "unit/markdown/markdown_support.h"

using lamppost::LinkKind;
using lamppost::Span;
using lamppost::test::rendered;
using Strings = std::vector<std::string>;

TEST_CASE("an empty region gives an empty body") {
  const auto page = rendered("");
  CHECK(page.body == lamppost::Body{});
  CHECK(page.diagnostics.empty());
}

TEST_CASE("only the region is rendered and places count from the beginning of the file") {
  const std::string file = "+++\ntitle = \"é\"\n+++\nSee [é](a.md) <b>.\n";
  const auto text = lamppost::make_source_text("page.md", file);
  lamppost::Diagnostics diagnostics;
  const auto begin = static_cast<std::uint32_t>(file.find("See"));
  const auto body =
      lamppost::parse_markdown(text, {begin, static_cast<std::uint32_t>(file.size())}, diagnostics);
  CHECK(body.text.html.markup() == "<p>See <a href=\"\">é</a> .</p>\n");
  REQUIRE(body.links.size() == 1);
  CHECK(file.substr(body.links[0].where.begin, body.links[0].where.size()) == "a.md");
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].file == "page.md");
  CHECK(line_column(text, diagnostics.list()[0].where.begin) == lamppost::LineColumn{4, 15});
}

TEST_CASE("the extensions of GitHub Flavored Markdown are on") {
  CHECK(rendered("~~gone~~").html() == "<p><del>gone</del></p>\n");
  CHECK(rendered("www.example.eu").html() ==
        "<p><a href=\"http://www.example.eu\">www.example.eu</a></p>\n");
  CHECK(rendered("ana@example.eu").html() ==
        "<p><a href=\"mailto:ana@example.eu\">ana@example.eu</a></p>\n");
  CHECK(rendered("| a |\n| - |\n").html().find("<table>") != std::string::npos);
  CHECK(rendered("- [x] done\n").html().find("checked") != std::string::npos);
  CHECK(rendered("a[^1]\n\n[^1]: b\n").html().find("doc-endnotes") != std::string::npos);
}

TEST_CASE("the place of a link is its destination, whatever stands around it") {
  CHECK(rendered("é [a](x.md) `[b](y.md)` \\[c](z.md) [d](w.md)").link_places() ==
        Strings{"1:7 x.md", "1:40 w.md"});
  CHECK(rendered("*a* **[b](1.md)** ***[c](2.md)*** ~~[d](3.md)~~ &amp; &eacute; [e](4.md)")
            .link_places() == Strings{"1:11 1.md", "1:26 2.md", "1:41 3.md", "1:68 4.md"});
  CHECK(rendered("`` ` `` [a](<b c.md> \"t\")").link_places() == Strings{"1:14 b c.md"});
  CHECK(rendered("text\n[a](1.md\n\"title\") and\n[b](2.md)").link_places() ==
        Strings{"2:5 1.md", "4:5 2.md"});
  CHECK(rendered("[a](%C3%A9%20b.md)").link_places() == Strings{"1:5 %C3%A9%20b.md"});
}

TEST_CASE("places are right in lists, quotations and lazy lines") {
  CHECK(rendered("- [a](1.md)\n  more [b](2.md)\n  - nested [c](3.md)\nlazy [d](4.md)\n")
            .link_places() == Strings{"1:7 1.md", "2:12 2.md", "3:16 3.md", "4:10 4.md"});
  CHECK(rendered("> a [b](1.md)\n> > c [d](2.md)\n> > e\nf [g](3.md)\n").link_places() ==
        Strings{"1:9 1.md", "2:11 2.md", "4:7 3.md"});
  CHECK(rendered("1. > a [b](1.md)\n   > c [d](2.md)\n").link_places() ==
        Strings{"1:12 1.md", "2:12 2.md"});
  CHECK(rendered("- [x] a [b](1.md)\n").link_places() == Strings{"1:13 1.md"});
}

TEST_CASE("places are right in headings and tables") {
  CHECK(rendered("## a [b](1.md) ##\nc [d](2.md)\ne [f](3.md)\n---\n").link_places() ==
        Strings{"1:10 1.md", "2:7 2.md", "3:7 3.md"});
  CHECK(rendered(
            "| a [b](1.md) | `c\\|d` [e](2.md) |\n|---|---|\n| \\| [f](3.md) | |\n|| [g](4.md)\n")
            .link_places() == Strings{"1:9 1.md", "1:28 2.md", "3:10 3.md", "4:8 4.md"});
  CHECK(rendered("runs into [z](0.md)\n| a [b](1.md) |\n|---|\n> | c |\n").link_places() ==
        Strings{"1:15 0.md", "2:9 1.md"});
}

TEST_CASE("the place of a reference is where it is used") {
  const std::string definitions = "[ref]: 1.md 'title'\n[Other]:\n   <2.md>\n";
  CHECK(rendered(definitions + "a [text][ref] [other][] [ref] [x][ref][y] b\n").link_places() ==
        Strings{"4:3 [text][ref]", "4:15 [other][]", "4:25 [ref]", "4:31 [x][ref]"});
}

TEST_CASE("places are the same with other line endings") {
  const std::string page =
      "a [b](1.md) <b>\nc [d](2.md)\n\n> e\n> [f](3.md) <i\n> x>\n\n| g |\n|-|\n| [h](4.md) |\n";
  std::string crlf;
  for (const char c : page) (crlf += c == '\n' ? "\r" : "") += c;
  CHECK(rendered(crlf).link_places() == rendered(page).link_places());
  CHECK(rendered(crlf).html() == rendered(page).html());
  CHECK(rendered(crlf).complaints()[0] == rendered(page).complaints()[0]);
  std::string cr = page;
  std::replace(cr.begin(), cr.end(), '\n', '\r');
  REQUIRE(rendered(cr).body.links.size() == 4);
  for (const auto& link : rendered(cr).body.links) {
    CHECK(cr.substr(link.where.begin, link.where.size()) == link.target);
  }
}

TEST_CASE("links in footnotes have their places in the file and their order in the page") {
  const auto page = rendered("[^1]: note [a](1.md)\n    more [b](2.md)\n\ntext[^1] [c](3.md)\n");
  CHECK(page.link_places() == Strings{"4:14 3.md", "1:16 1.md", "2:14 2.md"});
  CHECK(std::is_sorted(page.body.links.begin(), page.body.links.end(),
                       [](const auto& a, const auto& b) { return a.at < b.at; }));
}

TEST_CASE("nesting without bound does not run out of stack") {
  const std::size_t depth = 20000;
  const auto repeated = [](const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  CHECK(rendered(repeated(">", depth) + " a").body.text.plain_text == "a");
  CHECK(rendered(repeated("[", depth)).body.text.plain_text.size() == depth);
  CHECK(rendered(repeated("- ", depth) + "a").body.text.plain_text.back() == 'a');
  CHECK(rendered(repeated("*a ", depth) + repeated("b* ", depth)).diagnostics.empty());
  CHECK(rendered(repeated("![a ", depth) + repeated("](b.png)", depth)).body.links.size() == 1);
}
