#include "model/value.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("values are equal in content wherever they stand") {
  const Value here{std::string("a"), {1, 2}};
  const Value there{std::string("a"), {7, 9}};
  CHECK(here == there);
  CHECK_FALSE(here == Value{std::string("b"), {1, 2}});
  CHECK_FALSE(Value{std::int64_t{1}, {}} == Value{1.0, {}});
  CHECK(Field{"k", {1, 2}, here} == Field{"k", {3, 4}, there});
  CHECK_FALSE(Field{"k", {}, here} == Field{"l", {}, here});
}

TEST_CASE("tables are compared all the way down") {
  const auto nested = [](const std::string& text) {
    return Value{ValueMap{{"list", {}, {ValueList{{ValueMap{{"k", {}, {text, {}}}}, {}}}, {}}}},
                 {}};
  };
  CHECK(nested("a") == nested("a"));
  CHECK_FALSE(nested("a") == nested("b"));
}

TEST_CASE("a key is found by its name, or there is none") {
  const ValueMap map = {{"a", {}, {true, {}}}, {"b", {}, {std::string("x"), {}}}};
  REQUIRE(find(map, "b") != nullptr);
  CHECK(*find(map, "b")->text() == "x");
  CHECK(find(map, "B") == nullptr);
  CHECK(find({}, "a") == nullptr);
}

}  // namespace lamppost::test
