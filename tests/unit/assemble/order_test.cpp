#include "assemble/order.h"

#include "support/catch.h"

namespace lamppost::test {

using Ids = std::vector<std::uint32_t>;

TEST_CASE("things are ordered by title, equal titles by slug") {
  CHECK(ids_by_title({{{}, "b"}, {{}, "a"}, {{}, "b"}, {{}, "a"}}) == Ids{1, 3, 0, 2});
  CHECK(ids_by_title({}).empty());
}

TEST_CASE("a weight goes before the title, and any weight before none") {
  CHECK(ids_by_weight({{{}, "a"}, {20, "b"}, {-5, "z"}, {20, "a"}, {{}, "0"}}) ==
        Ids{2, 3, 1, 4, 0});
}

TEST_CASE("the weight 0 is a weight") {
  CHECK(ids_by_weight({{{}, "a"}, {0, "b"}, {1, "c"}}) == Ids{1, 2, 0});
}

}  // namespace lamppost::test
