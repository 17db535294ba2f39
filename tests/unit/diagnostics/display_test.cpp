#include "diagnostics/display.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

std::vector<std::string> fixed(const std::string& bytes, std::uint32_t begin, std::uint32_t end,
                               const std::string& replacement) {
  return lines_after({{begin, end}, replacement}, make_source_text("", bytes));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("plain text is shown as it is") {
  CHECK(visible("na\u00EFve \u4E2D\u6587 \U0001F3D9") == "na\u00EFve \u4E2D\u6587 \U0001F3D9");
}

TEST_CASE("what could confuse a terminal is shown escaped") {
  CHECK(visible("\x1b[31mred") == "\\x1b[31mred");
  CHECK(visible(std::string_view("\0", 1)) == "\\x00");
  CHECK(visible("\x7F\u0085\u009B") == "\\x7f\\x85\\x9b");
  CHECK(visible("a\nb\r\tc") == "a\\nb\\r\\tc");
  CHECK(visible("\u202Eevil\u2066x\u2069") == "\\u202eevil\\u2066x\\u2069");
  CHECK(visible("\u061C\u200E\u200F\u2028\u2029") == "\\u061c\\u200e\\u200f\\u2028\\u2029");
  CHECK(visible("zero\u200Bwidth\uFEFF") == "zero\\u200bwidth\\ufeff");
  CHECK(visible("\U000E0041") == "\\U000e0041");
}

TEST_CASE("bytes that are no UTF-8 are shown escaped") {
  CHECK(visible("caf\xE9") == "caf\\xe9");
  CHECK(visible("\xED\xA0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("a joined emoji keeps its joiners") {
  const std::string family = "\U0001F469\u200D\U0001F4BB";
  CHECK(visible(family) == family);
}

TEST_CASE("wide characters take two columns, combining none") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(0x00E9) == 1);
  CHECK(display_width(0x4E2D) == 2);
  CHECK(display_width(0xFF21) == 2);
  CHECK(display_width(0xAC00) == 2);
  CHECK(display_width(0x1F3D9) == 1);  // text presentation by default
  CHECK(display_width(0x1F600) == 2);
  CHECK(display_width(0x0301) == 0);
  CHECK(display_width(0x20DD) == 0);
  CHECK(display_width(0xFE0F) == 0);
  CHECK(display_width(0x2026) == 1);
}

TEST_CASE("the underline lies below its bytes") {
  CHECK(excerpt("clutser = 1", 0, 7, 160) == Excerpt{"clutser = 1", 0, 7});
  CHECK(excerpt("a = bad", 4, 7, 160) == Excerpt{"a = bad", 4, 3});
}

TEST_CASE("an empty place is one mark, also at the line's end") {
  CHECK(excerpt("abc", 1, 1, 160) == Excerpt{"abc", 1, 1});
  CHECK(excerpt("abc", 3, 3, 160) == Excerpt{"abc", 3, 1});
  CHECK(excerpt("", 0, 0, 160) == Excerpt{"", 0, 1});
  CHECK(excerpt("abc", 50, 60, 160) == Excerpt{"abc", 3, 1});
}

TEST_CASE("a place that goes on in the next line is marked to the line's end") {
  CHECK(excerpt("abc", 1, 20, 160) == Excerpt{"abc", 1, 2});
}

TEST_CASE("the underline counts columns") {
  // Two wide characters before, a combining one inside.
  CHECK(excerpt("\u4E2D\u6587 e\u0301x", 7, 11, 160) == Excerpt{"\u4E2D\u6587 e\u0301x", 5, 2});
  CHECK(excerpt("\u4E2D", 0, 3, 160).width == 2);
  CHECK(excerpt("e\u0301", 1, 3, 160).width == 1);  // at least one
}

TEST_CASE("tabs go to the next fourth column in line and underline") {
  CHECK(excerpt("\tx", 1, 2, 160) == Excerpt{"    x", 4, 1});
  CHECK(excerpt("ab\tx", 3, 4, 160) == Excerpt{"ab  x", 4, 1});
  CHECK(excerpt("\u4E2D\tx", 3, 4, 160) == Excerpt{"\u4E2D  x", 2, 2});
}

TEST_CASE("an escaped character is underlined whole") {
  CHECK(excerpt("a\x1b"
                "b",
                1, 2, 160) == Excerpt{"a\\x1bb", 1, 4});
  CHECK(excerpt("a\xFF"
                "b",
                1, 2, 160) == Excerpt{"a\\xffb", 1, 4});
}

TEST_CASE("a byte order mark is not shown") {
  CHECK(excerpt("\uFEFFabc", 3, 4, 160) == Excerpt{"abc", 0, 1});
  CHECK(excerpt("\uFEFFabc", 0, 1, 160) == Excerpt{"abc", 0, 1});
}

TEST_CASE("a long line is cut around the place") {
  const std::string line = std::string(100, 'a') + "WRONG" + std::string(100, 'b');
  const Excerpt shown = excerpt(line, 100, 105, 25);
  CHECK(shown.line == "\u2026aaaaaaaaaaWRONGbbbbbbbbbb\u2026");
  CHECK(shown.indent == 11);
  CHECK(shown.width == 5);
}

TEST_CASE("a long line is not cut where its end is near") {
  const std::string line = "WRONG" + std::string(100, 'b');
  CHECK(excerpt(line, 0, 5, 10) == Excerpt{"WRONGbbbbb\u2026", 0, 5});
  const std::string other = std::string(100, 'a') + "END";
  CHECK(excerpt(other, 100, 103, 10) == Excerpt{"\u2026aaaaaaaEND", 8, 3});
  CHECK(excerpt(std::string(10, 'a'), 0, 1, 10).line == std::string(10, 'a'));
}

TEST_CASE("a cut never leaves half a character or a mark without its letter") {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "\u4E2De\u0301";
  for (std::size_t columns = 8; columns < 20; ++columns) {
    for (std::size_t at = 0; at < line.size(); at += 6) {
      const std::string shown = excerpt(line, at, at + 3, columns).line;
      CHECK(first_invalid_utf8(shown) == std::string_view::npos);
      CHECK(shown.find("\u2026\u0301") == std::string::npos);
    }
  }
}

TEST_CASE("a place wider than the screen fills it") {
  const std::string line = std::string(50, 'a') + std::string(500, 'x');
  const Excerpt shown = excerpt(line, 50, 550, 40);
  CHECK(shown.indent + shown.width == 41);
  CHECK(shown.line.ends_with("xxx\u2026"));
}

TEST_CASE("a line of megabytes is cut like any other") {
  const std::string line = std::string(3'000'000, 'a') + "!" + std::string(3'000'000, 'b');
  const Excerpt shown = excerpt(line, 3'000'000, 3'000'001, 160);
  CHECK(shown.line.size() < 200);
  CHECK(shown.line[shown.indent + 2] == '!');  // the ellipsis has three bytes
}

TEST_CASE("a fix shows the whole line as it will be") {
  CHECK(fixed("a\nclutser = \"x\"\nb\n", 2, 9, "cluster") == Lines{"cluster = \"x\""});
  CHECK(fixed("a\r\nclutser = \"x\"\r\nb\r\n", 3, 10, "cluster") == Lines{"cluster = \"x\""});
}

TEST_CASE("a fix that adds lines shows the lines it adds") {
  CHECK(fixed("a\nb\n", 2, 2, "new = 1\n") == Lines{"new = 1"});
  CHECK(fixed("a\nb\n", 1, 1, "\nnew = 1") == Lines{"new = 1"});
  CHECK(fixed("a\nb", 3, 3, "\nx\ny\n") == Lines{"x", "y", ""});
  CHECK(fixed("", 0, 0, "+++\n") == Lines{"+++"});
}

TEST_CASE("a fix over several lines shows all that change") {
  CHECK(fixed("a\nb\nc\nd\n", 2, 5, "x\ny") == Lines{"x", "y"});
  CHECK(fixed("one two\nthree\n", 4, 8, "") == Lines{"one three"});
}

TEST_CASE("a fix that takes a line away shows none") {
  CHECK(fixed("a\nb\nc\n", 2, 4, "").empty());
  CHECK(fixed("a\nb", 1, 3, "").empty());
}

TEST_CASE("a fix that empties a line shows an empty one") {
  CHECK(fixed("a\nb\nc\n", 2, 3, "") == Lines{""});
}

TEST_CASE("a fix past the end of the file does no harm") {
  CHECK(fixed("ab", 7, 90, "c") == Lines{"abc"});
  CHECK(fixed("ab", 1, 0, "c") == Lines{"acb"});
}

TEST_CASE("a fix in a very long line shows what is near") {
  const std::string line = std::string(100'000, 'a') + "X" + std::string(100'000, 'b');
  const Lines lines = fixed(line, 100'000, 100'001, "Y");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "\u2026" + std::string(500, 'a') + "Y" + std::string(500, 'b') + "\u2026");
}

TEST_CASE("a byte order mark is no part of the line to write") {
  CHECK(fixed("\uFEFFtitel = 1\n", 3, 8, "title") == Lines{"title = 1"});
}

TEST_CASE("what to write is told in lines, or in words where there are none") {
  const auto told = [](const std::string& bytes, std::uint32_t begin, std::uint32_t end,
                       const std::string& text) {
    return what_to_write(Fix{{begin, end}, text}, make_source_text("x.md", bytes));
  };
  CHECK(told("titel = 1\n", 0, 5, "title") == Lines{"title = 1"});
  CHECK(told("a\nb\nc\n", 2, 4, "") == Lines{"nothing: take this line out"});
  CHECK(told("a\nb\nc\n", 2, 3, "") == Lines{"an empty line"});
  CHECK(told("a\n", 0, 1, "\x1b\tb") == Lines{"\\x1b    b"});
  const Lines many = told("a\n", 0, 1, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13");
  CHECK(many.size() == 13);
  CHECK(many.back() == "\u2026");
}
