#include "parse/clean_text.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

TEST_CASE("a text without fault stays as it is") {
  const auto text = source("\xEF\xBB\xBF\té\r\n😀\n");
  Diagnostics diagnostics;
  const auto clean = clean_text(text, diagnostics);
  REQUIRE(clean);
  CHECK(clean->bytes == text.bytes);
  CHECK(diagnostics.empty());
  CHECK(is_clean(text.bytes));
}

TEST_CASE("bytes that are no UTF-8 are shown at the first of them") {
  const auto text = source("abc\n\xE9t\xE9\n");
  Diagnostics diagnostics;
  CHECK_FALSE(clean_text(text, diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::not_utf8);
  CHECK(diagnostics.list()[0].where == Span{4, 5});
}

TEST_CASE("control characters become as many spaces as they have bytes") {
  const auto text = source(std::string("a\0b\x7F", 4) + "\xC2\x85\xEF\xBF\xBE\xEF\xB7\x90z");
  Diagnostics diagnostics;
  const auto clean = clean_text(text, diagnostics);
  REQUIRE(clean);
  CHECK(clean->bytes == "a b         z");
  CHECK(diagnostics.list().size() == 5);
  CHECK(diagnostics.list()[0].message == "there is a control character here (U+0000)");
  CHECK(mended(text, diagnostics.list()[1]).size() == text.bytes.size() - 1);
}

TEST_CASE("a text with a fault anywhere is not clean") {
  for (const std::string fault : {"\x01", "\x7F", "\r", "\xE9", "\xC2\x85", "\xEF\xBF\xBE"}) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'a');
      CHECK(is_clean(text.insert(at, "\n\r\né")));
      CHECK_FALSE(is_clean(text.insert(at, fault + "z")));
    }
  }
}

TEST_CASE("half a line end is told of") {
  const auto text = source("a\rb\r\nc\r");
  Diagnostics diagnostics;
  const auto clean = clean_text(text, diagnostics);
  REQUIRE(clean);
  CHECK(clean->bytes == "a b\r\nc ");
  CHECK(diagnostics.list().size() == 2);
}

TEST_CASE("a file that is no text does not drown the others") {
  Diagnostics diagnostics;
  CHECK(clean_text(source(std::string(10'000, '\1')), diagnostics)->bytes ==
        std::string(10'000, ' '));
  CHECK(diagnostics.list().size() == 20);
}
