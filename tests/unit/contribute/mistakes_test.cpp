#include "contribute/mistakes.h"

#include <algorithm>
#include <set>
#include <string>

#include "diagnostics/codes.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

Mistake mistake_named(std::string_view name) {
  const auto all = mistakes();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Mistake& one) { return one.name == name; });
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("each mistake has a name of its own that begins with the code it is told under") {
  std::set<std::string_view> names;
  for (const Mistake& mistake : mistakes()) {
    INFO(mistake.name);
    CHECK(names.insert(mistake.name).second);
    CHECK(code_named(mistake.name.substr(0, mistake.name.find('.'))));
    CHECK_FALSE(mistake.message.empty());
    CHECK_FALSE(mistake.help.empty());
  }
}

TEST_CASE(
    "the words of a mistake have blanks for what differs, and nothing of the sample is left") {
  const Mistake missing = mistake_named("missing-key");
  CHECK(missing.message == "`{key}` is empty");
  CHECK(missing.help == "write a line like `{example}` ({meaning})");
  CHECK(mistake_named("missing-key.entry").message == "`{key}` is empty in `{table}`");
  const Mistake url = mistake_named("bad-url.mended");
  CHECK(url.message == "`{value}` is no web address");
  CHECK(url.help == "write `{mended}`");
  CHECK(mistake_named("dates-out-of-order").message == "`end` ({end}) is before `start` ({start})");
  CHECK(mistake_named("dead-link.page").message == "there is no page `{value}`");
  CHECK(mistake_named("duplicate-address").message == "the address `{value}` is already taken");
  CHECK(mistake_named("similar-initiative.nearly").message ==
        "another initiative is called nearly the same: `{value}`");
  for (const Mistake& mistake : mistakes()) {
    for (const char* const sample : {"gone", "???", "?!", "H2020", "lamppost", "Lisbon", "2025-01",
                                     "Lamp", "much", "soon", "201"}) {
      INFO(mistake.name << " " << sample);
      CHECK(mistake.message.find(sample) == std::string::npos);
    }
  }
}
