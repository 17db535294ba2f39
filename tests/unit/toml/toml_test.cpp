#include "toml/toml.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

ValueMap parsed(const SourceText& text) {
  Diagnostics diagnostics;
  const auto map = parse_toml(text, toml_region(text), diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(map);
  return *map;
}

std::string value_at(const SourceText& text, const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  REQUIRE(value != nullptr);
  return slice(text, value->where);
}

Code code_of(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  REQUIRE_FALSE(parse_toml(text, toml_region(text), diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  return diagnostics.list().front().code;
}

}  // namespace

TEST_CASE("places are bytes of the file where characters take several") {
  const auto map_text = source("\"é\" = \"é€😀\" # ü\r\nb = [\"ß\", 2]");
  const auto map = parsed(map_text);
  CHECK(slice(map_text, map[0].key_where) == "\"é\"");
  CHECK(value_at(map_text, map, "é") == "\"é€😀\"");
  CHECK(value_at(map_text, map, "b") == "[\"ß\", 2]");
  CHECK(slice(map_text, map[1].value.list()->at(1).where) == "2");
}

TEST_CASE("a region is read alone and its places count from the file's beginning") {
  const auto text = source("+++\r\ntitle = \"é\"\r\n+++\r\nnot = = toml");
  Diagnostics diagnostics;
  const auto map = parse_toml(text, {5, 19}, diagnostics);
  REQUIRE(map);
  CHECK(slice(text, map->front().key_where) == "title");
  CHECK(value_at(text, *map, "title") == "\"é\"");
}

TEST_CASE("a byte order mark is no part of the document") {
  const auto text = source(
      "\xEF\xBB\xBF"
      "a = 1");
  CHECK(slice(text, parsed(text)[0].key_where) == "a");
}

TEST_CASE("keys keep the order in which they are written") {
  const auto text = source("z = 1\na = 2\n[y]\nd = 1\nc = 2\n[b.x]\n[b]\n");
  const auto map = parsed(text);
  REQUIRE(map.size() == 4);
  CHECK(map[0].key == "z");
  CHECK(map[1].key == "a");
  CHECK(map[2].key == "y");
  CHECK(map[3].key == "b");
  CHECK(map[2].value.map()->at(0).key == "d");
}

TEST_CASE("a table lies where its header or braces are, an entry where its own header is") {
  const auto text =
      source("[t]\nx.y = { z = [1] } # c\n[[ m ]]\nq = '''\na'''\n[[m]]\nq = 1\n[ 'a b' . c ]\n");
  const auto map = parsed(text);
  CHECK(value_at(text, map, "t") == "[t]");
  CHECK(value_at(text, map, "m") == "[[ m ]]");
  const auto& entries = *find(map, "m")->list();
  CHECK(slice(text, entries[1].where) == "[[m]]");
  CHECK(value_at(text, *entries[0].map(), "q") == "'''\na'''");
  const auto& dotted = *find(*find(map, "t")->map(), "x");
  CHECK(slice(text, dotted.where) == "x");
  CHECK(value_at(text, *dotted.map(), "y") == "{ z = [1] }");
  CHECK(value_at(text, map, "a b") == "[ 'a b' . c ]");
}

TEST_CASE("every kind of TOML value has its counterpart") {
  const auto text = source(
      "t=\"x\\u00e9\"\ni=-1_0\nf=1.5\nb=true\nd=2026-11-22\nw=2026-11-22T10:00:00Z\nh=10:00:00\n");
  const auto map = parsed(text);
  CHECK(*find(map, "t")->text() == "xé");
  CHECK(*find(map, "i")->integer() == -10);
  CHECK(*find(map, "f")->decimal() == 1.5);
  CHECK(*find(map, "b")->boolean());
  CHECK(iso_date(*find(map, "d")->date()) == "2026-11-22");
  CHECK(*find(map, "w")->text() == "2026-11-22T10:00:00Z");
  CHECK(*find(map, "h")->text() == "10:00:00");
}

TEST_CASE("an empty document is an empty table") {
  CHECK(parsed(source("")).empty());
  CHECK(parsed(source("# nothing\r\n")).empty());
}

TEST_CASE("nesting without end is refused, whatever it is made of") {
  std::string dotted = "a";
  std::string header = "[a";
  std::string braces = "a = ";
  for (int i = 0; i < 200'000; ++i) {
    dotted += ".a";
    header += ".a";
    braces += "{a=";
  }
  CHECK(code_of(dotted + " = 1") == Code::toml_syntax);
  CHECK(code_of(header + "]") == Code::toml_syntax);
  CHECK(code_of(braces) == Code::toml_syntax);
  CHECK(code_of("a = " + std::string(200'000, '[')) == Code::toml_syntax);
}

TEST_CASE("dots and brackets in texts and remarks are no nesting") {
  const auto dots = std::string(500, '.') + std::string(500, '[');
  const auto map = parsed(source("a = \"" + dots + "\" # " + dots + "\nb = '''" + dots + "\n" +
                                 dots + "'''\nc = [1.5, 2.5]\n"));
  CHECK(map.size() == 3);
}

TEST_CASE("bytes that are no UTF-8 are an error and no crash") {
  CHECK(code_of("a = \"\xFF\"") == Code::toml_syntax);
  CHECK(code_of("\xC3") == Code::toml_syntax);
}
