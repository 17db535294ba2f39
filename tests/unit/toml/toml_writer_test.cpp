#include "toml/toml_writer.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "support/catch.h"
#include "toml/toml.h"

namespace lamppost::test {
namespace {

ValueMap read(const std::string& toml) {
  Diagnostics diagnostics;
  const SourceText text = make_source_text("x.toml", toml);
  const auto map = parse_toml(text, toml_region(text), diagnostics);
  INFO(toml);
  REQUIRE(map.has_value());
  return *map;
}

/// What is read from what is written of it.
ValueMap again(const ValueMap& map) { return read(toml_document(map)); }

}  // namespace

TEST_CASE("a document is written as a person would") {
  CHECK(toml_document(read("a = {b = 1, c = 'x'}\nlist = [1,2]\nd = 2026-11-22\n"
                           "m = [{n=1},{n=2}]\n\"odd key\" = true\n")) ==
        "list = [1, 2]\nd = 2026-11-22\n\"odd key\" = true\n"
        "\n[a]\nb = 1\nc = \"x\"\n"
        "\n[[m]]\nn = 1\n\n[[m]]\nn = 2\n");
}

TEST_CASE("what is read of a document is what was written") {
  for (const char* const toml :
       {"a = []\nb = {}\nc = [{}, {}]\nd = [[1], [\"x\"], []]\n",
        "x = { y = { z = [ { deep = { er = 1.5 } } ], w = 2020-02-29 } }\n",
        "n = [0, -1, 9223372036854775807, -9223372036854775808]\n",
        "f = [1.0, -0.0, 1e300, 5e-324, 0.1, inf, -inf, 123456789.125, 1e22]\n", "e = \"\"\n",
        "\"\" = 1\n\"a.b\" = 2\n\"é\" = 3\n\"q\\\"\" = 4\n", "mixed = [1, { a = 2 }, \"x\"]\n"}) {
    ValueMap map = read(toml);
    ValueMap second = again(map);
    const auto by_key = [](const Field& a, const Field& b) { return a.key < b.key; };
    std::sort(map.begin(), map.end(), by_key);
    std::sort(second.begin(), second.end(), by_key);
    CHECK(second == map);
  }
}

TEST_CASE("every character comes back") {
  std::string text;
  for (char c = 1; c < 127; ++c) text += c;
  text += "\x7F\xC2\x85\xE2\x80\xA8\xF0\x9F\x92\xA1 \\u0041 ''' \"\"\" \r\n";
  for (const std::string& one :
       {text, std::string("\""), std::string("\\"), std::string("\n+++\n")}) {
    const ValueMap map = {{"t", {}, {one, {}}}};
    CHECK(again(map) == map);
    CHECK(toml_string(one).find('\n') == std::string::npos);
  }
}

TEST_CASE("a number that is none is written as TOML has it") {
  const Value nan{std::numeric_limits<double>::quiet_NaN(), {}};
  CHECK(toml_value(nan) == "nan");
  CHECK(toml_value({2.0, {}}) == "2.0");
  CHECK(toml_value({std::int64_t{2}, {}}) == "2");
}

}  // namespace lamppost::test
