#include "diagnostics/diagnostic.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

Diagnostic at(std::string file, std::uint32_t begin, Code code = Code::unknown_key,
              std::string message = "m") {
  return {code, std::move(file), {begin, begin + 1}, std::move(message), {}, {}, {}, true};
}

}  // namespace

TEST_CASE("diagnostics are ordered by path, offset, code and message") {
  Diagnostics diagnostics;
  diagnostics.add(at("b", 0));
  diagnostics.add(at("a", 9));
  diagnostics.add(at("a", 2, Code::wrong_type));
  diagnostics.add(at("a", 2, Code::unknown_key, "z"));
  diagnostics.add(at("a", 2, Code::unknown_key, "y"));
  diagnostics.sort();
  const std::vector<Diagnostic> expected = {at("a", 2, Code::unknown_key, "y"),
                                            at("a", 2, Code::unknown_key, "z"),
                                            at("a", 2, Code::wrong_type), at("a", 9), at("b", 0)};
  CHECK(diagnostics.list() == expected);
}

TEST_CASE("an exact repetition is dropped, also where another stood between") {
  Diagnostic with_note = at("a", 1);
  with_note.notes.push_back({"here", "b", {3, 4}});
  Diagnostic with_fix = at("a", 1);
  with_fix.fix = Fix{{1, 2}, "x"};
  Diagnostics diagnostics;
  for (const auto& diagnostic : {with_note, with_fix, with_note, with_fix, at("a", 1)}) {
    diagnostics.add(diagnostic);
  }
  diagnostics.sort();
  CHECK(diagnostics.list().size() == 3);
}

TEST_CASE("append takes over all and leaves the other empty") {
  Diagnostics all;
  all.add(at("a", 0));
  Diagnostics share;
  share.add(at("b", 0));
  share.add(at("c", 0));
  all.append(std::move(share));
  CHECK(all.list() == std::vector<Diagnostic>{at("a", 0), at("b", 0), at("c", 0)});
  CHECK(share.empty());  // NOLINT: what append promises
}

TEST_CASE("errors and warnings are counted apart") {
  Diagnostics diagnostics;
  CHECK(diagnostics.count(Severity::error) == 0);
  diagnostics.add(at("a", 0));
  diagnostics.add(at("a", 1, Code::raw_html));
  diagnostics.add(at("a", 2, Code::heading_one));
  CHECK(diagnostics.count(Severity::error) == 1);
  CHECK(diagnostics.count(Severity::warning) == 2);
}

TEST_CASE(
    "of many mistakes of a kind in one file the first are shown, and the number of the rest") {
  Diagnostics diagnostics;
  for (std::uint32_t i = 0; i < 5; ++i) diagnostics.add(at("a", i));
  diagnostics.add(at("a", 5, Code::raw_html));
  for (std::uint32_t i = 0; i < 3; ++i) diagnostics.add(at("b", i));
  diagnostics.shorten(3);

  REQUIRE(diagnostics.list().size() == 7);
  CHECK(diagnostics.list()[1].notes.empty());
  REQUIRE(diagnostics.list()[2].notes.size() == 1);
  CHECK(diagnostics.list()[2].notes[0].message == "this file has 2 more of this kind");
  CHECK(diagnostics.list()[3] == at("a", 5, Code::raw_html));
  CHECK(diagnostics.list()[6] == at("b", 2));
}
