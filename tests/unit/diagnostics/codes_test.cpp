#include "diagnostics/codes.h"

#include <algorithm>
#include <set>
#include <string>

#include "diagnostics/source_text.h"
#include "support/catch.h"

using namespace lamppost;

TEST_CASE("every code knows itself") {
  for (const CodeInfo& code : codes()) {
    CAPTURE(code.name);
    CHECK(&info(code.code) == &code);
    CHECK(code_named(code.name) == code.code);
  }
  CHECK(codes().back().code == last_code);
}

TEST_CASE("no two codes share a name") {
  std::set<std::string_view> names;
  for (const CodeInfo& code : codes()) names.insert(code.name);
  CHECK(names.size() == codes().size());
}

TEST_CASE("names are lower-case words with hyphens") {
  for (const CodeInfo& code : codes()) {
    CAPTURE(code.name);
    CHECK(code.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz8-") == std::string_view::npos);
  }
}

TEST_CASE("every code is explained, with an example of wrong and right that differ") {
  for (const CodeInfo& code : codes()) {
    CAPTURE(code.name);
    CHECK_FALSE(code.summary.empty());
    CHECK_FALSE(code.summary.ends_with('.'));
    CHECK(code.summary.find('\n') == std::string_view::npos);
    CHECK(code.explanation.ends_with('.'));
    CHECK(code.explanation.find("  ") == std::string_view::npos);
    CHECK_FALSE(code.wrong.empty());
    CHECK_FALSE(code.right.empty());
    CHECK(code.wrong != code.right);
    for (const auto text : {code.summary, code.explanation, code.wrong, code.right}) {
      CHECK(first_invalid_utf8(text) == std::string_view::npos);
    }
  }
}

TEST_CASE("what only looks odd is a warning, all else an error") {
  const std::set<Code> warnings = {
      Code::symbolic_link,      Code::empty_value,       Code::duplicate_value,
      Code::dates_out_of_order, Code::raw_html,          Code::bad_scheme,
      Code::heading_one,        Code::skipped_heading,   Code::remote_image,
      Code::self_reference,     Code::missing_goal,      Code::long_goal,
      Code::placeholder_text,   Code::similar_initiative};
  for (const CodeInfo& code : codes()) {
    CAPTURE(code.name);
    CHECK((code.severity == Severity::warning) == warnings.contains(code.code));
  }
}

TEST_CASE("an unknown name has no code") {
  CHECK_FALSE(code_named("unknown_key"));
  CHECK_FALSE(code_named(""));
  CHECK(code_named("unknown-key") == Code::unknown_key);
}
