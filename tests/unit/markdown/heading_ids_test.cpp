#include "markdown/heading_ids.h"

#include <set>

#include "support/catch.h"

using lamppost::HeadingIds;

TEST_CASE("a heading's id follows its text") {
  HeadingIds ids;
  CHECK(ids.next("What we do") == "what-we-do");
  CHECK(ids.next("Été à 100 %") == "été-à-100-");
}

TEST_CASE("equal headings get different ids, also where one is named as the other would be") {
  HeadingIds ids;
  CHECK(ids.next("x") == "x");
  CHECK(ids.next("x-1") == "x-1");
  CHECK(ids.next("x") == "x-2");
  CHECK(ids.next("x-1") == "x-1-1");
  CHECK(ids.next("X") == "x-3");
}

TEST_CASE("a heading without letters has an id too") {
  HeadingIds ids;
  CHECK(ids.next("???") == "section");
  CHECK(ids.next("") == "section-1");
  CHECK(ids.next("Section") == "section-2");
}

TEST_CASE("no heading takes an id of a footnote or of the page's frame") {
  HeadingIds ids;
  CHECK(ids.next("fn-1") == "section-fn-1");
  CHECK(ids.next("fnref-1-2") == "section-fnref-1-2");
  CHECK(ids.next("LP-main") == "section-lp-main");
  CHECK(ids.next("section-fn-1") == "section-fn-1-1");
  CHECK(ids.next("fn") == "fn");
}

TEST_CASE("many equal headings stay unique") {
  HeadingIds ids;
  std::set<std::string> seen;
  for (int i = 0; i < 2000; ++i) {
    seen.insert(ids.next("x"));
    seen.insert(ids.next("x-" + std::to_string(i)));
  }
  CHECK(seen.size() == 4000);
}
