#include <string>

#include "model/language.h"
#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a text that fits is its own teaser") {
  CHECK(teaser("Ten million lampposts", 21) == "Ten million lampposts");
  CHECK(teaser("", 10).empty());
  CHECK(teaser("  spaces around \n", 14) == "spaces around");
}

TEST_CASE("a longer text ends at a word's end with an ellipsis") {
  CHECK(teaser("Ten million lampposts", 20) == "Ten million…");
  CHECK(teaser("Ten million lampposts", 12) == "Ten million…");
  CHECK(teaser("Ten million lampposts", 11) == "Ten…");
}

TEST_CASE("a first word that is too long is kept whole") {
  CHECK(teaser("Donaudampfschifffahrt on the river", 5) == "Donaudampfschifffahrt…");
  CHECK(teaser("Donaudampfschifffahrt", 5) == "Donaudampfschifffahrt");
  CHECK(teaser("two words", 0) == "two…");
}

TEST_CASE("characters are counted as people see them") {
  const std::string family =
      "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
  CHECK(teaser(family + family + family, 3) == family + family + family);
  const std::string decomposed = "e\xCC\x81te\xCC\x81";  // été in five code points
  CHECK(teaser(decomposed, 3) == decomposed);
  CHECK(teaser("été " + family + " fin", 6) == "été " + family + "…");
}

TEST_CASE("plain texts are cut where ICU would cut them") {
  const std::string plain = "Été – “Lamps”, posts (and\nmore) on Straße 5\u00A0km off… the quay";
  for (std::size_t length = 0; length < 50; ++length) {
    CAPTURE(length);
    // With an accent of its own, which comes too late to be shown, ICU is asked.
    CHECK(teaser(plain + " and the e\u0301t\u00E9", length) ==
          teaser(plain + " and the \u00E9t\u00E9", length));
  }
}

TEST_CASE("no sign that leads on stands before the ellipsis") {
  CHECK(teaser("Lamps, posts and more", 9) == "Lamps…");
  CHECK(teaser("Lamps. Posts and more", 9) == "Lamps…");
  CHECK(teaser("Lamps – posts and more", 9) == "Lamps…");
  CHECK(teaser("Lamps (posts and more)", 8) == "Lamps…");
  CHECK(teaser("“Lamps” and more", 10) == "“Lamps”…");
}

TEST_CASE("a hyphen or a no-break space is no word's end") {
  CHECK(teaser("Free Wi-Fi everywhere", 9) == "Free…");
  CHECK(teaser("Plus 10\xC2\xA0"
               "000 lampes",
               8) == "Plus…");
}

TEST_CASE("a script without spaces is cut between words") {
  const std::string text = teaser("私たちの都市をもっと良くするための取り組みです", 10);
  CHECK(text.size() > 6);
  CHECK(text.size() <= 9 * 3 + 3);
  CHECK(text.substr(text.size() - 3) == "…");
}

TEST_CASE("a text of one endless word or of bad bytes does no harm") {
  const std::string endless(100'000, 'a');
  CHECK(teaser(endless, 10) == endless);
  CHECK_FALSE(teaser("\xff\xff \xff\xff", 2).empty());
}

}  // namespace lamppost::test
