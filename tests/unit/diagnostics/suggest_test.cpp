#include "diagnostics/suggest.h"

#include <vector>

#include "support/catch.h"

using namespace lamppost;

namespace {

using Names = std::vector<std::string>;

const Names keys = {"title", "cluster", "goal", "countries", "also_in", "start", "status"};

}  // namespace

TEST_CASE("a swapped, missing, added or wrong letter is found") {
  CHECK(nearest("clutser", keys) == "cluster");
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("cluste", keys) == "cluster");
  CHECK(nearest("countriess", keys) == "countries");
  CHECK(nearest("gool", keys) == "goal");
}

TEST_CASE("case, hyphens, underscores and spaces are free") {
  CHECK(nearest("TITLE", keys) == "title");
  CHECK(nearest("Also-In", keys) == "also_in");
  CHECK(nearest("Citizen Focus", Names{"citizen-fokus", "citizen-focus"}) == "citizen-focus");
}

TEST_CASE("nothing is suggested where more than a third differs") {
  CHECK_FALSE(nearest("banana", keys));
  CHECK_FALSE(nearest("fr", Names{"en", "de"}));
  CHECK(nearest("abcdef", Names{"abcdxy"}) == "abcdxy");
  CHECK_FALSE(nearest("abcdef", Names{"abcxyz"}));
  CHECK_FALSE(nearest("ab", Names{"ba"}));  // one of two letters is more than a third
  CHECK_FALSE(nearest("", keys));
  CHECK_FALSE(nearest("title", Names{}));
}

TEST_CASE("the nearest wins, then the earlier") {
  CHECK(nearest("stats", Names{"start", "state", "stat"}) == "state");
  CHECK(nearest("stats", Names{"stadium", "starts", "stats"}) == "stats");
}

TEST_CASE("a letter of several bytes counts once") {
  CHECK(nearest("\u00C9nergie", Names{"Energie"}) == "Energie");
  CHECK(nearest("\u4E2D\u6587\u5B57", Names{"\u4E2D\u6587\u5B66"}) == "\u4E2D\u6587\u5B66");
}

TEST_CASE("two neighbours may change places once, as optimal string alignment has it") {
  CHECK(nearest("abc", Names{"acb"}) == "acb");
  CHECK_FALSE(nearest("ca", Names{"abc"}));
}

TEST_CASE("a very long word gets no suggestion") {
  const std::string huge(2'000'000, 'x');
  CHECK_FALSE(nearest(huge, Names{huge, "x"}));
  CHECK(nearest("short", Names{huge, "shirt"}) == "shirt");
}

TEST_CASE("invalid UTF-8 is compared byte by byte") {
  CHECK(nearest("caf\xE9teria", Names{"cafeteria"}) == "cafeteria");
}

TEST_CASE("one_of lists names as a sentence does") {
  CHECK(one_of(Names{}).empty());
  CHECK(one_of(Names{"a"}) == "`a`");
  CHECK(one_of(Names{"a", "b"}) == "`a` or `b`");
  CHECK(one_of(Names{"a", "b", "c"}) == "`a`, `b` or `c`");
}

TEST_CASE("one_of says how many it leaves out") {
  CHECK(one_of(Names{"a", "b", "c"}, 2) == "`a`, `b` or 1 other");
  CHECK(one_of(Names{"a", "b", "c", "d"}, 2) == "`a`, `b` or 2 others");
  CHECK(one_of(Names{"a", "b"}, 2) == "`a` or `b`");
  CHECK(one_of(Names(20, "x")).ends_with(" or 8 others"));
}

TEST_CASE("a name is only near where no other could be meant") {
  CHECK(is_only_near("titel", keys));
  CHECK(is_only_near("Status", keys));  // but for case, so whatever is like it
  CHECK_FALSE(is_only_near("statt", keys));
  CHECK_FALSE(is_only_near("nothing-like-it", keys));
  CHECK_FALSE(is_only_near("x", {}));
}
