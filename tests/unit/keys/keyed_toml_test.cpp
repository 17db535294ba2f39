#include "keys/keyed_toml.h"

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Lines lines(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  static_cast<void>(
      read_and_conform(initiative_keys(), {text, "front matter", toml_region(text)}, diagnostics));
  return told(text, diagnostics);
}

}  // namespace

TEST_CASE("mistakes of syntax and of keys are told in one run") {
  CHECK(
      lines("title: \"x\"\nwesbite = \"https://x.example\"\nstart = 12.05.2024\n") ==
      Lines{"toml-syntax: :", "toml-syntax: 12.05.2024", "unknown-key: wesbite", "missing-key: "});
}

TEST_CASE("where what was meant is wrong too, only that is told") {
  const std::string given = "title = \"x\"\ncluster = \"y\"\n";
  CHECK(lines(given + "start = May 2024\n") == Lines{"bad-date: May 2024"});
  CHECK(lines(given + "website = www.example.eu\n") == Lines{"bad-url: www.example.eu"});
  CHECK(lines(given + "members = about 20\n") == Lines{"wrong-type: about 20"});
  CHECK(lines(given + "goal = A goal\n") == Lines{"toml-syntax: A goal"});
}

TEST_CASE("a key with a value that can't be read is neither missing nor of a wrong kind") {
  CHECK(lines("title = “x\ncluster = \"y\"\n") == Lines{"toml-syntax: “x"});
  CHECK(lines("title = \"x\"\ncluster = \"y\"\nstart = \"x\", \"y\"\n") ==
        Lines{"toml-syntax: \"x\", \"y\""});
  CHECK(lines("title = \"x\"\ngoal = \"\"\"x\n") == Lines{"toml-syntax: \"\"\""});
}

TEST_CASE("whether all was read is known") {
  const auto right = source("title = \"x\"\ncluster = \"y\"\n");
  const auto wrong = source("title = \"x\"\ncluster: \"y\"\n");
  Diagnostics diagnostics;
  const auto read = [&](const SourceText& text) {
    return read_and_conform(initiative_keys(), {text, "front matter", toml_region(text)},
                            diagnostics);
  };
  CHECK(read(right).is_read);
  CHECK(diagnostics.empty());
  CHECK_FALSE(read(wrong).is_read);
  CHECK(read(wrong).right.size() == 2);
}
