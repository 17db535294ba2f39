#include "toml/toml_scan.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

TomlScan scanned(const std::string& bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  return scan_toml(bytes, {0, size}, size);
}

}  // namespace

TEST_CASE("statements begin at keys and headers, not inside lists and texts") {
  const std::string bytes = "a = [\n1,\n# ]\n2]\n\n[t]\nb = '''\nc = 1\n'''\nd = 1";
  const auto scan = scanned(bytes);
  REQUIRE(scan.statements.size() == 4);
  CHECK(bytes.substr(scan.statements[1], 3) == "[t]");
  CHECK(bytes.substr(scan.statements[3]) == "d = 1");
}

TEST_CASE("what is open at the end is known") {
  CHECK(scanned("a = [1, {b = 2").open == std::vector<std::uint32_t>{4, 8});
  CHECK(scanned("a = \"x\\\"").text == 4U);
  CHECK(scanned("a = '''x''").text == 4U);
  CHECK_FALSE(scanned("a = \"\"").text);
  CHECK_FALSE(scanned("a = \"\"\"x\"\"\"\"\"").text);
  CHECK(scanned("a = 1\nb = ").value == 10U);
}

TEST_CASE("a header that is not closed ends with its line") {
  const auto scan = scanned("[a\nb = 1\n");
  CHECK(scan.statements == std::vector<std::uint32_t>{0, 3});
  CHECK(scan.open.empty());
}

TEST_CASE("a key is read with its quoted parts") {
  const auto key = toml_key("a . \"b c\".'d' = 1", 0);
  CHECK(key.parts == std::vector<std::string>{"a", "b c", "d"});
  CHECK(key.end == 13);
  CHECK(toml_key("= 1", 0).parts.empty());
  CHECK(toml_key("\"a", 0).parts.empty());
}

TEST_CASE("a header is read to its last bracket") {
  const std::string bytes = "[[ a.\"]\" ]] # ]";
  CHECK(toml_header(bytes, 0) == Span{0, 11});
  CHECK(toml_header("[a\nb", 0) == Span{0, 2});
  CHECK(toml_header("[a]]", 0) == Span{0, 3});
}

TEST_CASE("the statement that said the same before is found in its own table") {
  const std::string bytes = "a = 1\n[t]\na = 2\nb = 3\na = 4\n";
  const auto scan = scanned(bytes);
  CHECK(toml_said_before(bytes, scan.statements, 22) == Span{10, 11});
  CHECK_FALSE(toml_said_before(bytes, scan.statements, 16));
  CHECK(toml_name("[[ x . y ]]", 0) == "x.y");
}

TEST_CASE("a key is known by its equals sign, from both sides") {
  CHECK(toml_key_has_equals("a.b = 1", 0));
  CHECK_FALSE(toml_key_has_equals("a b", 0));
  CHECK_FALSE(toml_key_has_equals("= 1", 0));
  CHECK(toml_key_before("x = 1\nab =", {0, 10}) == Span{6, 8});
  CHECK(toml_key_before("{ ab", {0, 4}) == Span{2, 4});
  CHECK(toml_key_before(" = ", {0, 3}).size() == 0);
}

TEST_CASE("texts with commas between them are told from anything else") {
  const auto are_texts = [](std::string_view bytes) {
    return are_toml_texts(bytes, {0, static_cast<std::uint32_t>(bytes.size())});
  };
  for (const char* bytes : {"\"a\", \"b\"", "'a','b'", "\"a, b\""}) CHECK(are_texts(bytes));
  for (const char* bytes : {"\"a\", b", "\"a\",", "\"a\" \"b\"", "\"a", ""})
    CHECK_FALSE(are_texts(bytes));
}
