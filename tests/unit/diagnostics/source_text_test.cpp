#include "diagnostics/source_text.h"

#include <string>

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("an empty file has one empty line") {
  const SourceText text = make_source_text("a.md", "");
  CHECK(text.path == "a.md");
  CHECK(text.line_starts == std::vector<std::uint32_t>{0});
  CHECK(line_text(text, 1).empty());
  CHECK(line_column(text, 0) == LineColumn{1, 1});
  CHECK(line_column(text, 7) == LineColumn{1, 1});
}

TEST_CASE("a line has neither its LF nor its CRLF") {
  const SourceText text = make_source_text("", "one\ntwo\r\n\r\nfour\r");
  CHECK(line_text(text, 1) == "one");
  CHECK(line_text(text, 2) == "two");
  CHECK(line_text(text, 3).empty());
  CHECK(line_text(text, 4) == "four\r");  // a CR alone ends nothing
  CHECK(line_text(text, 5).empty());
  CHECK(line_text(text, 0).empty());
}

TEST_CASE("a file that ends in a line feed has an empty last line") {
  const SourceText text = make_source_text("", "one\n");
  CHECK(text.line_starts.size() == 2);
  CHECK(line_column(text, 4) == LineColumn{2, 1});
}

TEST_CASE("columns count characters, not bytes") {
  const SourceText text = make_source_text("", "a\u00E9\u4E2D\U0001F3D9b");
  CHECK(line_column(text, 1) == LineColumn{1, 2});
  CHECK(line_column(text, 3) == LineColumn{1, 3});
  CHECK(line_column(text, 6) == LineColumn{1, 4});
  CHECK(line_column(text, 10) == LineColumn{1, 5});
  CHECK(line_column(text, 11) == LineColumn{1, 6});
}

TEST_CASE("an offset inside a character or a line's end is its beginning") {
  const SourceText text = make_source_text("", "a\u4E2Db\r\nc");
  CHECK(line_column(text, 2) == LineColumn{1, 2});
  CHECK(line_column(text, 3) == LineColumn{1, 2});
  CHECK(line_column(text, 5) == LineColumn{1, 4});
  CHECK(line_column(text, 6) == LineColumn{1, 4});
  CHECK(line_column(text, 7) == LineColumn{2, 1});
}

TEST_CASE("a byte order mark takes no column") {
  const SourceText text = make_source_text("", "\uFEFFab\ncd");
  CHECK(line_column(text, 0) == LineColumn{1, 1});
  CHECK(line_column(text, 1) == LineColumn{1, 1});
  CHECK(line_column(text, 3) == LineColumn{1, 1});
  CHECK(line_column(text, 4) == LineColumn{1, 2});
  CHECK(offset_of(text, {1, 1}) == 3);
  CHECK(line_column(text, 6) == LineColumn{2, 1});
}

TEST_CASE("a stray byte has its own column") {
  const SourceText text = make_source_text("", "caf\x93 au");
  CHECK(first_invalid_utf8(text.bytes) == 3);
  CHECK(line_column(text, 3) == LineColumn{1, 4});
}

TEST_CASE("offset_of is the reverse of line_column") {
  const std::string bytes = "+++\r\ntitle = \"\u00C9t\u00E9 \U0001F3D9\"\n\n\u4E2D\u6587";
  const SourceText text = make_source_text("", bytes);
  for (std::size_t at = 0; at < bytes.size(); at += character_at(bytes, at).size) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (bytes[at] == '\n') continue;  // after a CR it is the CR's place
    CHECK(offset_of(text, line_column(text, offset)) == offset);
  }
}

TEST_CASE("a place outside the text is clamped") {
  const SourceText text = make_source_text("", "ab\ncd");
  CHECK(offset_of(text, {1, 99}) == 2);
  CHECK(offset_of(text, {9, 1}) == 5);
  CHECK(offset_of(text, {0, 0}) == 0);
}

TEST_CASE("columns are right far into a long line, with and without marks") {
  std::string bytes = "first\n";
  for (int i = 0; i < 5000; ++i) bytes += "\u00E9x";
  SourceText text = make_source_text("", bytes);
  const LineColumn expected{2, 8001};
  CHECK(line_column(text, 6 + 3 * 4000) == expected);
  CHECK(line_column(text, 6 + 3 * 5000) == LineColumn{2, 10001});
  text.character_marks.clear();
  CHECK(line_column(text, 6 + 3 * 4000) == expected);
}

TEST_CASE("columns are right at each mark") {
  std::string bytes(3 * SourceText::mark_distance, 'x');
  bytes[10] = '\n';
  const SourceText text = make_source_text("", bytes);
  for (std::uint32_t at = 11; at <= bytes.size(); ++at) {
    REQUIRE(line_column(text, at) == LineColumn{2, at - 10});
  }
}

TEST_CASE("valid UTF-8 has no invalid byte") {
  CHECK(first_invalid_utf8("") == std::string_view::npos);
  CHECK(first_invalid_utf8("plain, \u00E9, \u4E2D, \U0010FFFF") == std::string_view::npos);
}

TEST_CASE("what RFC 3629 forbids is invalid") {
  CHECK(first_invalid_utf8("ab\xFF") == 2);
  CHECK(first_invalid_utf8("\x80") == 0);              // nothing leads it
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(first_invalid_utf8("\xE0\x9F\xBF") == 0);      // overlong
  CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);  // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // half a surrogate pair
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
  CHECK(first_invalid_utf8("\xF5\x80\x80\x80") == 0);
  CHECK(first_invalid_utf8("a\xE4\xB8") == 1);  // cut short
  CHECK(first_invalid_utf8("a\xE4\xB8z") == 1);
}

TEST_CASE("a character knows its value and size") {
  CHECK(character_at("a", 0) == Character{U'a', 1, true});
  CHECK(character_at("x\u00E9", 1) == Character{0xE9, 2, true});
  CHECK(character_at("\U0001F3D9", 0) == Character{0x1F3D9, 4, true});
  CHECK(character_at("\xE9 ", 0) == Character{0xE9, 1, false});
}
