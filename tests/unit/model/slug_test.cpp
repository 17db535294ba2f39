#include "model/slug.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a slug is lower-case letters and digits in groups joined by single hyphens") {
  for (const char* slug : {"a", "7", "humble-lamppost", "ev4scc", "2030-goals", "a-b-c"}) {
    CAPTURE(slug);
    CHECK(is_slug(slug));
  }
  for (const char* other : {"", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a.b", "a/b"}) {
    CAPTURE(other);
    CHECK_FALSE(is_slug(other));
  }
}

TEST_CASE("a slug is made of a title in any European script") {
  CHECK(slug_from("Humble Lamppost") == "humble-lamppost");
  CHECK(slug_from("Straßenbahn für Ærø & Ødegård") == "strassenbahn-fur-aero-odegard");
  CHECK(slug_from("Έξυπνη πόλη") == "exypne-pole");
  CHECK(slug_from("Умен град") == "umen-grad");
  CHECK(slug_from("Łódź") == "lodz");
}

TEST_CASE("what separates words in a title becomes one hyphen, none at the ends") {
  CHECK(slug_from("  Energy -- & efficiency! ") == "energy-efficiency");
  CHECK(slug_from("L’énergie d'été") == "l-energie-d-ete");
  CHECK(slug_from("C++") == "c");
}

TEST_CASE("a soft sign does not tear a word apart") { CHECK(slug_from("Семья") == "sema"); }

TEST_CASE("a title without a letter or digit has no slug") {
  CHECK(slug_from("").empty());
  CHECK(slug_from("???").empty());
  CHECK(slug_from("—").empty());
}

TEST_CASE("what is made of a title is a slug or empty") {
  for (const char* title :
       {"a\xff", "ﬁ", "½ price", "①②", "日本", "\xF0\x9F\x92\xA1 light", "İI"}) {
    CAPTURE(title);
    const std::string slug = slug_from(title);
    CHECK((slug.empty() || is_slug(slug)));
  }
}

}  // namespace lamppost::test
