#include "toml/mended_copy.h"

#include <algorithm>

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

struct Read {
  SourceText text;
  TomlReading reading;
  Diagnostics diagnostics;

  [[nodiscard]] Lines lines() const { return told(text, diagnostics); }

  /// A value with its place, `?` where it is not read, nothing where its key is not there.
  [[nodiscard]] std::string value(std::string_view key) const {
    const auto* value = find(reading.values, key);
    if (value == nullptr) return {};
    return value->is_unread() ? "?" : slice(text, value->where);
  }
};

Read read_all(const std::string& bytes) {
  Read result{source(bytes), {}, {}};
  result.reading = read_toml(result.text, toml_region(result.text), result.diagnostics);
  return result;
}

/// One mistake each, of a statement that begins with the key `x`.
const std::vector<std::string> mistaken_statements = {
    "x: \"y\"",
    "x: y",
    "x:",
    "x:\n- y\n- z",
    "x \"y\"",
    "x",
    "x =",
    "x = # why",
    "x = y",
    "x = “y”",
    "x = “y",
    "x = \"y”",
    "x = \"y",
    "x = 'y'z'",
    "x = \"y \"z\" y\"",
    "x = \"C:\\Users\\me\"",
    "x = 12.05.2024",
    "x = 2024-13-13",
    "x = 1,200",
    "x = Yes",
    "x = \"y\",",
    "x = 2024-05-12;",
    "x = \"y\", \"z\"",
    "x = \"y\" z",
    "x == 1",
    "x = [\"y\" \"z\"]",
    "x = [\"y\", \"z\"",
    "x = [\n\"y\",\n\"z\"",
    "x = [\n\"y\"\n\"z\"\n]",
    "x = { y = 1,\n z = 2 }",
    "x = { y = 1",
    "x = { y 1 }",
    "x\xC2\xA0= 1",
    "x y = 1",
    "- x",
    "// x",
    "some words that are no statement",
    "= 1",
    "é = 1",
    "first = 2",
    "first = \"\"\"\nx = y\n[z]\n\"\"\"",
    "first = [\n1,\n2]",
};

}  // namespace

TEST_CASE("a statement's one mistake is told once, and what stands around it is read") {
  for (const auto& statement : mistaken_statements) {
    for (const std::string end : {"\n", "\r\n"}) {
      auto bytes = "first = 1\n" + statement + "\nlast = [\"z\"]\n[table]\na = 1\n";
      for (auto at = bytes.find('\n'); end.size() > 1 && at != std::string::npos;
           at = bytes.find('\n', at + 2)) {
        bytes.replace(at, 1, end);
      }
      INFO(bytes);
      const auto result = read_all(bytes);
      CHECK(result.diagnostics.list().size() == 1);
      CHECK(result.value("first") == "1");
      CHECK(result.value("last") == "[\"z\"]");
      CHECK(result.value("table") == "[table]");
      CHECK(result.reading.is_whole);
    }
  }
}

TEST_CASE("a list that is not closed ends before the next header") {
  for (const std::string header : {"[last]", "[[last]]", "  [last]", "[last]  "}) {
    const auto result = read_all("x = [\n  { a = 1 },\n" + header + "\na = 1\n");
    CHECK(result.lines() == Lines{"toml-syntax: ["});
    CHECK(result.value("x") == "?");
    CHECK(find(result.reading.values, "last") != nullptr);
  }
  CHECK(read_all("x = [\n[a],\n]\n").lines() == Lines{"toml-syntax: a"});
}

TEST_CASE("a header's one mistake is told once, and the tables around it are read") {
  for (const std::string header : {"[x", "[x\n", "[]", "[first]", "[[first]]", "[x] y", "[x.]"}) {
    const auto result = read_all("[first]\na = 1\n" + header + "\nb = 1\n[last]\na = 1\n");
    INFO(header);
    CHECK(result.diagnostics.list().size() == 1);
    REQUIRE(find(result.reading.values, "first") != nullptr);
    CHECK(find(result.reading.values, "first")->map()->size() == 1);
    CHECK(find(result.reading.values, "last")->map()->size() == 1);
  }
  CHECK(read_all("[x\na = 1\n").reading.is_whole);
  CHECK_FALSE(read_all("[x.]\na = 1\n").reading.is_whole);
}

TEST_CASE("all mistakes of a document are told") {
  const auto result =
      read_all("a: 1\nb = 2\nc = “x”\nd = 12.05.2024\ne \"x\"\n[f\ng = yes\nb = 1\n");
  CHECK(result.lines() == Lines{"toml-syntax: :", "toml-syntax: “x”", "toml-syntax: 12.05.2024",
                                "toml-syntax: e", "toml-syntax: [f", "toml-syntax: yes"});
  CHECK(result.value("a") == "1");
  CHECK(result.value("c") == "“x”");
  CHECK(*find(result.reading.values, "c")->text() == "x");
  CHECK(find(result.reading.values, "d")->date() != nullptr);
  CHECK(result.value("e") == "\"x\"");
  CHECK(*find(*find(result.reading.values, "f")->map(), "g")->boolean());
}

TEST_CASE("several mistakes of one statement are told, each with a fix that fits the file") {
  const auto result = read_all("a: “x”,\nb = [\"1\" \"2\" \"3\"]\n");
  REQUIRE(result.diagnostics.list().size() >= 3);
  auto bytes = result.text.bytes;
  std::vector<Fix> fixes;
  for (const auto& diagnostic : result.diagnostics.list()) {
    if (diagnostic.fix) fixes.push_back(*diagnostic.fix);
  }
  std::sort(fixes.rbegin(), fixes.rend());
  for (const auto& fix : fixes) bytes.replace(fix.where.begin, fix.where.size(), fix.text);
  CHECK(bytes.find("b = [\"1\", \"2\", \"3\"]") != std::string::npos);
}

TEST_CASE("a value that can't be read is there, and is not read") {
  CHECK(read_all("x = \"y \"z\n").value("x") == "?");
  CHECK(read_all("x = “y\n").value("x") == "?");
  CHECK(read_all("x = \"y\", \"z\"\n").value("x") == "?");  // its parts have no places of their own
  CHECK(read_all("x\n").value("x").empty());                // a word is no key
}

TEST_CASE("a text that is never closed hides what follows, which is said") {
  const auto result = read_all("a = 1\nx = \"\"\"\nb = 1\n");
  CHECK(result.lines() == Lines{"toml-syntax: \"\"\""});
  CHECK(result.value("a") == "1");
  CHECK(result.value("x") == "?");
  CHECK_FALSE(result.reading.is_whole);
}

TEST_CASE("a document of mistakes only comes to an end") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "k" + std::to_string(i) + ": 1\n";
  const auto result = read_all(bytes);
  CHECK(result.diagnostics.list().size() == 50);
  CHECK_FALSE(result.reading.is_whole);
  std::string deep = "b: 1\na = ";
  for (int i = 0; i < 1000; ++i) deep += '[';
  CHECK(read_all(deep).diagnostics.list().size() == 2);
  std::string dotted = "b: 1\na";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  CHECK(read_all(dotted + " = 1").diagnostics.list().size() == 2);
}
