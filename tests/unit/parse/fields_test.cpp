#include "parse/fields.h"

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("what is not there is what not given means") {
  const ValueMap none;
  CHECK(text_of(none, "a").empty());
  CHECK(texts_of(none, "a").empty());
  CHECK_FALSE(integer_of(none, "a"));
  CHECK_FALSE(number_of(none, "a"));
  CHECK_FALSE(date_of(none, "a"));
  CHECK_FALSE(flag_of(none, "a"));
  CHECK(table_of(none, "a").empty());
}

TEST_CASE("values come as their types, with their places") {
  ValueMap map;
  map.push_back({"text", {}, {std::string("x"), {3, 6}}});
  map.push_back({"list", {}, {ValueList{{std::string("y"), {7, 8}}}, {}}});
  map.push_back({"number", {}, {std::int64_t{2}, {}}});
  map.push_back({"flag", {}, {true, {}}});
  CHECK(located_text_of(map, "text") == Located<std::string>{"x", {3, 6}});
  CHECK(texts_of(map, "list") == std::vector<Located<std::string>>{{"y", {7, 8}}});
  CHECK(number_of(map, "number") == 2.0);
  CHECK(flag_of(map, "flag"));
  CHECK_FALSE(integer_of(map, "text"));
}
