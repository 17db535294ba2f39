#include "toml/toml_repetition.h"

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// What stands twice, and where it is said to stand already.
std::pair<std::string, std::string> twice(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  static_cast<void>(read_toml(text, toml_region(text), diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  const auto& diagnostic = diagnostics.list().front();
  const auto first = diagnostic.notes.empty() ? "" : slice(text, diagnostic.notes.front().where);
  return {slice(text, diagnostic.where), first};
}

using Twice = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("what stands twice is shown with where it stands already") {
  CHECK(twice("a = 1\nb = 2\na = 3\n") == Twice{"a", "a"});
  CHECK(twice("[x]\na = 1\n[y]\na = 1\n[x]\nb = 1\n") == Twice{"[x]", "[x]"});
  CHECK(twice("x = 1\n[[x]]\na = 1\n") == Twice{"[[x]]", "x"});
  CHECK(twice("a = 1\na.b = 1\n").first == "a.b");
}

TEST_CASE("other mistakes are none of it") {
  const auto text = source("a: 1");
  const MistakePlace place(text, toml_region(text), 1, "expected '='");
  CHECK_FALSE(is_repetition(place));
  CHECK_FALSE(explain_repetition(place, text.path));
}
