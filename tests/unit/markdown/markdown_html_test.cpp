#include "markdown/markdown_html.h"

#include "support/catch.h"
#include "unit/markdown/markdown_support.h"

using lamppost::Code;
using lamppost::Heading;
using lamppost::test::rendered;
using Strings = std::vector<std::string>;

TEST_CASE("headings get ids and are listed") {
  const auto page =
      rendered("## What *we* do[^1] ![x](y.png)\n\n### What `we` do\n\n## ???\n\n[^1]: a\n");
  CHECK(page.body.headings == std::vector<Heading>{{2, "what-we-do", "What we do"},
                                                   {3, "what-we-do-1", "What we do"},
                                                   {2, "section", "???"}});
  CHECK(page.html().find("<h2 id=\"what-we-do\">What <em>we</em> do<sup>") == 0);
  CHECK(page.diagnostics.empty());
}

TEST_CASE("a heading of the first level becomes one of the second, with the fix") {
  const auto page = rendered("# a #\n\nb\nc\n===\n\n> #\td\n");
  CHECK(page.html() ==
        "<h2 id=\"a\">a</h2>\n<h2 id=\"b-c\">b\nc</h2>\n<blockquote>\n<h2 id=\"d\">d</h2>\n"
        "</blockquote>\n");
  CHECK(page.complaints() ==
        Strings{"heading-one 1:1 #", "heading-one 5:1 ===", "heading-one 7:3 #"});
  REQUIRE(page.diagnostics.list().size() == 3);
  CHECK(page.diagnostics.list()[0].fix->text == "##");
  CHECK(page.diagnostics.list()[1].fix->text == "---");
  CHECK(page.diagnostics.list()[0].help == "write `## a`; the page shows it so");
}

TEST_CASE("a skipped level is told once") {
  const auto page = rendered("## a\n\n#### b\n\n#### c\n\n## d\n\n### e\n");
  CHECK(page.complaints() == Strings{"skipped-heading 3:1 ####"});
  CHECK(page.diagnostics.list()[0].help == "write `### b`, or a heading of level 3 before it");
  CHECK(rendered("### a\n").complaints() == Strings{"skipped-heading 1:1 ###"});
}

TEST_CASE("a heading without text keeps its place") {
  CHECK(rendered("##\n").html() == "<h2 id=\"section\"></h2>\n");
  CHECK(rendered("#     ").html() == "<h2 id=\"section\"></h2>\n");
}

TEST_CASE("blocks of HTML are dropped whole, each with a warning at its place") {
  const auto page = rendered("a\n\n<div>\n*b*\n</div>\n\n- <p>c\n\n<!-- d -->\n");
  CHECK(page.html() == "<p>a</p>\n<ul>\n<li></li>\n</ul>\n");
  CHECK(page.complaints() ==
        Strings{"raw-html 3:1 <div>", "raw-html 7:3 <p>c", "raw-html 9:1 <!-- d -->"});
  CHECK(page.body.text.plain_text == "a");
}

TEST_CASE("a paragraph of nothing but tags is no paragraph") {
  CHECK(rendered("<b></b>\n\na\n").html() == "<p>a</p>\n");
}

TEST_CASE("a table scrolls by keyboard, is named by its heading, and has no obsolete attribute") {
  const auto page = rendered("## Figures\n\n| a | b | |\n|---|:-:|--:|\n| c | d |\n");
  CHECK(page.html() ==
        "<h2 id=\"figures\">Figures</h2>\n"
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"figures\">\n<table>\n"
        "<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-center\">b</th>\n"
        "<td class=\"align-right\"></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n"
        "<td class=\"align-center\">d</td>\n<td class=\"align-right\"></td>\n</tr>\n</tbody>\n"
        "</table>\n</div>\n");
  CHECK(page.body.text.plain_text == "Figures\na b\nc d");
}

TEST_CASE("a header cell that shows nothing is no header") {
  CHECK(rendered("| <b> | a |\n|---|---|\n").html().find("<td> </td>") == std::string::npos);
  CHECK(rendered("| <b> | a |\n|---|---|\n").html().find("<td></td>") != std::string::npos);
}

TEST_CASE("a task's text is its checkbox's label") {
  CHECK(rendered("- [x] a [b](c.md)\n- [ ] d\n\n  e\n").html() ==
        "<ul>\n<li class=\"task\">\n<p><label><input type=\"checkbox\" disabled checked> a "
        "<a href=\"c.md\">b</a></label></p>\n</li>\n<li class=\"task\">\n<p><label>"
        "<input type=\"checkbox\" disabled> d</label></p>\n<p>e</p>\n</li>\n</ul>\n");
  CHECK(rendered("- [x] \n- [ ] <b>\n").html() ==
        "<ul>\n<li class=\"task\">☑</li>\n<li class=\"task\">☐</li>\n</ul>\n");
}

TEST_CASE("code can be scrolled by keyboard and names its language by one word") {
  CHECK(rendered("```c++ \"x\" y\na<b\n```\n").html() ==
        "<pre tabindex=\"0\"><code class=\"language-c++\">a&lt;b\n</code></pre>\n");
  CHECK(rendered("```<i>\"\n```\n").html() ==
        "<pre tabindex=\"0\"><code class=\"language-&lt;i&gt;&quot;\"></code></pre>\n");
  CHECK(rendered("    a\n").html() == "<pre tabindex=\"0\"><code>a\n</code></pre>\n");
}

TEST_CASE("footnotes are listed in the order of their first marks, with ways back") {
  const auto page =
      rendered("a[^x] b[^y] c[^x] d[^z]\n\n[^y]: two\n[^x]: one\n\n    more\n[^w]: none\n");
  CHECK(page.html() ==
        "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> "
        "b<sup><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\">2</a></sup> "
        "c<sup><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup> d[^z]</p>\n"
        "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>one</p>\n"
        "<p>more <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩</a> "
        "<a href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"↩ 1-2\">↩<sup>2</sup></a></p>\n"
        "</li>\n<li id=\"fn-2\">\n<p>two "
        "<a href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"↩ 2\">↩</a></p>\n</li>\n</ol>\n"
        "</div>\n");
  CHECK(page.body.other_ids == Strings{"fnref-1", "fnref-2", "fnref-1-2", "fn-1", "fn-2"});
  CHECK(page.body.text.plain_text == "a b c d[^z]\none\nmore\ntwo");
}

TEST_CASE("a footnote that ends with a list has its way back too") {
  const auto page = rendered("a[^1]\n\n[^1]: b\n\n    - c\n");
  CHECK(page.html().find("</ul>\n <a href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("of a footnote said twice the first counts") {
  const auto page = rendered("a[^1]\n\n[^1]: b\n[^1]: c\n");
  CHECK(page.body.text.plain_text == "a\nb");
}

TEST_CASE("lists, quotations and rules are written as the specification says") {
  CHECK(rendered("3. a\n4. b\n\n---\n\n> c\n").html() ==
        "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<hr>\n<blockquote>\n<p>c</p>\n"
        "</blockquote>\n");
}

TEST_CASE("plain text has the words of all blocks, one a line") {
  const auto page = rendered("## a\n\nb *c*\nd  \ne `f` ![g](h.png)\n\n- i\n- j\n\n```\nk\n```\n");
  CHECK(page.body.text.plain_text == "a\nb c d e f\ni\nj\nk");
}

TEST_CASE("the first paragraph is the first on the page itself that has words") {
  CHECK(rendered("> a\n\n- b\n\n![c](d.png)\n\ne *f*[^1]\n\ng\n\n[^1]: h\n").body.first_paragraph ==
        "e f");
  CHECK(rendered("# a\n").body.first_paragraph.empty());
}
