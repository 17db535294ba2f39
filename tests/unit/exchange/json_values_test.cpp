#include "exchange/json_values.h"

#include "support/catch.h"
#include "toml/toml_writer.h"

namespace lamppost::test {
namespace {

std::string as_toml(const std::string& json) {
  Diagnostics diagnostics;
  const auto value = parse_json(make_source_text("t.json", json), diagnostics);
  REQUIRE(value.has_value());
  return toml_value(*value);
}

Diagnostic value_mistake(const std::string& json) {
  Diagnostics diagnostics;
  CHECK_FALSE(parse_json(make_source_text("t.json", json), diagnostics).has_value());
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::bad_json);
  return diagnostics.list()[0];
}

}  // namespace

TEST_CASE("JSON is read as values, and null is nothing") {
  CHECK(
      as_toml(
          R"({"a": 1, "b": -2.5, "c": [true, null, "x\"\u00e9"], "d": {}, "e": null, "f": 3.0})") ==
      "{ a = 1, b = -2.5, c = [true, \"x\\\"é\"], d = {}, f = 3.0 }");
  CHECK(as_toml(R"({"a": 1, "a": 2})") == "{ a = 2 }");
  CHECK(as_toml("\xEF\xBB\xBF[18446744073709551615]") == "[18446744073709551616.0]");
}

TEST_CASE("what only TOML has is written as TOML") {
  CHECK(as_toml(R"([{"$toml": "2026-11-22"}, {"$toml": "inf"}, {"$toml": "2.0"}])") ==
        "[2026-11-22, inf, 2.0]");
  CHECK(value_mistake(R"([1, {"$toml": "x y"}])").where == Span{4, 20});
  (void)value_mistake(R"({"$toml": "1\ny = 2"})");
  CHECK(as_toml(R"({"$toml": "1", "b": 2})") == "{ \"$toml\" = \"1\", b = 2 }");
}

TEST_CASE("every value knows its place") {
  Diagnostics diagnostics;
  const std::string json = R"( [ {"k" : "v\\\"" , "n":-12.5e3}, null , [ ] ] )";
  const auto value = parse_json(make_source_text("t.json", json), diagnostics);
  REQUIRE(value.has_value());
  const auto written = [&](Span where) { return json.substr(where.begin, where.size()); };
  CHECK(written(value->where) == json.substr(1, json.size() - 2));
  const Value& object = value->list()->at(0);
  CHECK(written(object.where) == R"({"k" : "v\\\"" , "n":-12.5e3})");
  CHECK(written(object.map()->at(0).key_where) == "\"k\"");
  CHECK(written(object.map()->at(0).value.where) == R"("v\\\"")");
  CHECK(written(object.map()->at(1).value.where) == "-12.5e3");
  CHECK(written(value->list()->at(1).where) == "[ ]");
}

TEST_CASE("what is no JSON is told with its place") {
  CHECK(value_mistake("[1, ]").where.begin == 4);
  CHECK(value_mistake("").where.begin == 0);
  CHECK(value_mistake("[1] x").where.begin == 4);
  CHECK(value_mistake("{\"a\": <html>").where.begin == 6);
  const Diagnostic deep = value_mistake(std::string(100'000, '['));
  CHECK(deep.message == "lists and tables lie too deep inside each other");
}

}  // namespace lamppost::test
