#include "markdown/inline_places.h"

#include <string>

#include "support/catch.h"

using lamppost::InlinePlaces;
using lamppost::SourceText;
using lamppost::Span;

namespace {

SourceText source(const std::string& bytes) { return lamppost::make_source_text("x.md", bytes); }

Span all_of(const SourceText& text) { return {0, static_cast<std::uint32_t>(text.bytes.size())}; }

std::string shown(const SourceText& text, Span span) {
  return text.bytes.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("text is followed through escapes and character references") {
  const SourceText text = source("a \\* &eacute; &fjlig;b &x; <i>\n");
  InlinePlaces places(text, all_of(text));
  places.begin_block(text.bytes, 1, 1, 1);
  places.text("a * é fjb &x; ");
  CHECK(places.raw_html("<i>") == Span{27, 30});
}

TEST_CASE("code is passed over whatever it holds") {
  const SourceText text = source("`<i>` ``a`<i>`` <i>\n");
  InlinePlaces places(text, all_of(text));
  places.begin_block(text.bytes, 1, 1, 1);
  places.code();
  places.text(" ");
  places.code();
  places.text(" ");
  CHECK(places.raw_html("<i>") == Span{16, 19});
}

TEST_CASE("an address that is its own text ends where the text does") {
  const SourceText text = source("www.a.eu> <ftp://b>c\n");
  InlinePlaces places(text, all_of(text));
  places.begin_block(text.bytes, 1, 1, 1);
  places.open_link();
  places.text("www.a.eu");
  CHECK(shown(text, places.close_link("> ")) == "www.a.eu");
  places.text("> ");
  places.open_link();
  places.text("ftp://b");
  CHECK(shown(text, places.close_link("c")) == "ftp://b");
}

TEST_CASE("a block whose lines are not where they should be is placed at its first line") {
  const SourceText text = source("one\ntwo [a](b.md)\n");
  InlinePlaces places(text, all_of(text));
  places.begin_block("something else\n", 2, 1, 2);
  places.text("something else");
  CHECK(shown(text, places.raw_html("<i>")) == "two [a](b.md)");
  places.open_link();
  CHECK(shown(text, places.close_link("")) == "two [a](b.md)");
}

TEST_CASE("what is nowhere to be found does not lose the next block") {
  const SourceText text = source("one\n\ntwo <i>\n");
  InlinePlaces places(text, all_of(text));
  places.begin_block("one\n", 1, 1, 1);
  CHECK(shown(text, places.raw_html("<b>")) == "one");
  places.begin_block("two <i>\n", 3, 1, 3);
  CHECK(shown(text, places.raw_html("<i>")) == "<i>");
}

TEST_CASE("a heading's marks are found before it or under it") {
  const SourceText text = source("> ## a\n\nb\nc\n> ===  \n");
  InlinePlaces places(text, all_of(text));
  places.begin_block("a", 1, 3, 1);
  CHECK(shown(text, places.heading_marker(1, 3)) == "##");
  places.begin_block("b\nc\n", 3, 1, 4);
  CHECK(shown(text, places.heading_marker(3, 1)) == "===");
}

TEST_CASE("places outside the text are its end") {
  const SourceText text = source("one\n");
  const InlinePlaces places(text, all_of(text));
  CHECK(places.rest_of_line(0, 0) == Span{4, 4});
  CHECK(places.rest_of_line(9, 1) == Span{4, 4});
  CHECK(places.rest_of_line(1, 99) == Span{3, 3});
}
