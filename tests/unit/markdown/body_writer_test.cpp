#include "markdown/body_writer.h"

#include "support/catch.h"

using lamppost::BodyWriter;
using lamppost::LinkKind;

TEST_CASE("text goes into the page escaped and into the plain text as it is") {
  BodyWriter out;
  out.begin_block();
  out.markup("<p>");
  out.text("a < b");
  out.space("<br>\n");
  out.text("c");
  out.markup("</p>\n");
  out.begin_block();
  out.text("d");
  const auto body = std::move(out).finish();
  CHECK(body.text.html.markup() == "<p>a &lt; b<br>\nc</p>\nd");
  CHECK(body.text.plain_text == "a < b c\nd");
}

TEST_CASE("a description takes text and nothing else") {
  BodyWriter out;
  out.begin_description();
  out.markup("<em>");
  out.text("a \"b\"");
  out.attribute("title", "x");
  out.url_attribute("href", "x");
  out.begin_description();
  out.space("\n");
  out.text("c");
  CHECK_FALSE(out.end_description());
  CHECK(out.end_description());
  CHECK(out.description() == "a \"b\" c");
  out.markup("<img");
  out.attribute("alt", out.description());
  CHECK(std::move(out).finish().text.html.markup() == "<img alt=\"a &quot;b&quot; c\"");
}

TEST_CASE("a gap is where the next byte goes") {
  BodyWriter out;
  out.markup("<a href=\"");
  const std::size_t link = out.gap(LinkKind::file, "a.pdf");
  out.markup("\">");
  out.place_link(link, {3, 8});
  const auto body = std::move(out).finish();
  REQUIRE(body.links.size() == 1);
  CHECK(body.links[0] == lamppost::Link{LinkKind::file, "a.pdf", {3, 8}, 9});
}

TEST_CASE("the first paragraph is the first that has text") {
  BodyWriter out;
  out.begin_block();
  out.begin_paragraph();
  out.end_paragraph();
  out.begin_block();
  out.begin_paragraph();
  out.text(" a ");
  out.end_paragraph();
  out.begin_block();
  out.begin_paragraph();
  out.text("b");
  out.end_paragraph();
  CHECK(std::move(out).finish().first_paragraph == "a");
}

TEST_CASE("a dropped paragraph leaves no trace") {
  BodyWriter out;
  out.text("a");
  out.begin_block();
  out.begin_paragraph();
  out.text("  ");
  out.drop_paragraph();
  const auto body = std::move(out).finish();
  CHECK(body.text.html.markup() == "a");
  CHECK(body.text.plain_text == "a");
}
