#include "check/replacement.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a name in quotes is replaced with its quotes") {
  CHECK(replacement({"ab", {10, 14}}, "cd") == Fix{{10, 14}, "\"cd\""});
  CHECK(replacement({"ab", {10, 12}}, "cd") == Fix{{10, 12}, "cd"});
}

TEST_CASE("a name somewhere in a larger place is not replaced") {
  CHECK_FALSE(replacement({"ab", {10, 30}}, "cd").has_value());
}

}  // namespace lamppost::test
