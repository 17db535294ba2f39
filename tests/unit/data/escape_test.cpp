#include "data/escape.h"

#include "support/catch.h"

using lamppost::escape_markup;

TEST_CASE("markup signs become references") {
  CHECK(escape_markup("<a href=\"x\" title='y'> & b") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt; &amp; b");
}

TEST_CASE("a reference in the text is text") { CHECK(escape_markup("&amp;") == "&amp;amp;"); }

TEST_CASE("letters of any script stay as they are") {
  CHECK(escape_markup("Ελλάδα, Łódź, 東京, 💡") == "Ελλάδα, Łódź, 東京, 💡");
  CHECK(escape_markup("").empty());
}

TEST_CASE("line ends and tabs stay, other control characters are replaced") {
  CHECK(escape_markup("a\tb\r\nc") == "a\tb\r\nc");
  CHECK(escape_markup(std::string_view("a\0b\x1B", 4)) == "a\uFFFDb\uFFFD");
}

TEST_CASE("characters that XML can't hold are replaced, their neighbours are not") {
  CHECK(escape_markup("\xEF\xBF\xBE") == "\uFFFD");
  CHECK(escape_markup("a\xEF\xBF\xBF<") == "a\uFFFD&lt;");
  CHECK(escape_markup("\xEF\xBF\xBD\xEF\xBB\xBF") == "\xEF\xBF\xBD\xEF\xBB\xBF");
}

TEST_CASE("a text cut inside a character is not read past its end") {
  CHECK(escape_markup("a\xEF\xBF") == "a\xEF\xBF");
  CHECK(escape_markup("\xEF") == "\xEF");
}
