#include "parse/front_matter.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

std::pair<std::string, std::string> parts(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  const auto found = split_page(text, diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(found);
  return {slice(text, found->front_matter), slice(text, found->body)};
}

struct Refused {
  SourceText text;
  Diagnostic diagnostic;
  std::optional<std::pair<std::string, std::string>> parts;
};

Refused refused(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  const auto found = split_page(text, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK_FALSE(diagnostics.list().front().help.empty());
  Refused result{text, diagnostics.list().front(), std::nullopt};
  if (found) result.parts = {slice(text, found->front_matter), slice(text, found->body)};
  return result;
}

using Parts = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("a page is split at its two lines of plus signs") {
  CHECK(parts("+++\na = 1\n+++\nText\n") == Parts{"a = 1\n", "Text\n"});
  CHECK(parts("+++\r\na = 1\r\n+++\r\nText\r\n") == Parts{"a = 1\r\n", "Text\r\n"});
  CHECK(parts("\xEF\xBB\xBF+++\n+++") == Parts{"", ""});
  CHECK(parts("+++\n+++\n+++\n") == Parts{"", "+++\n"});
  CHECK(parts("+++\na = \"+++\"\n +++\n+++\n").first == "a = \"+++\"\n +++\n");
}

TEST_CASE("a page without front matter is told how to begin") {
  for (const std::string bytes : {"", "\n", "# Title\n", "Text", "\xEF\xBB\xBF"}) {
    CHECK(refused(bytes).diagnostic.code == Code::missing_front_matter);
    CHECK_FALSE(refused(bytes).diagnostic.fix);
    CHECK_FALSE(refused(bytes).parts);
  }
}

TEST_CASE("front matter of other programs is recognised") {
  CHECK(refused("---\ntitle: x\n---\n").diagnostic.message ==
        "the front matter is written as YAML");
  CHECK(refused("{ \"title\": \"x\" }\n").diagnostic.message ==
        "the front matter is written as JSON");
}

TEST_CASE("an almost right first line is mended") {
  for (const std::string bytes :
       {"\n\n+++\na = 1\n+++\n", "+++ \na = 1\n+++\n", "++++\na = 1\n+++\n", "a = 1\n+++\n"}) {
    const auto result = refused(bytes);
    CHECK(parts(mended(result.text, result.diagnostic)).first == "a = 1\n");
  }
  const auto crlf = refused("a = 1\r\n+++\r\n");
  CHECK(parts(mended(crlf.text, crlf.diagnostic)).first == "a = 1\r\n");
}

TEST_CASE("front matter without its end is shown where it begins or was meant to end") {
  const auto open = refused("+++\na = 1\nText\n");
  CHECK(open.diagnostic.code == Code::unclosed_front_matter);
  CHECK(slice(open.text, open.diagnostic.where) == "+++");
  for (const std::string bytes :
       {"+++\na = 1\n+++ \nText", "+++\na = 1\n---\nText", "+++\na = 1\n++++\nText"}) {
    const auto result = refused(bytes);
    CHECK(result.diagnostic.code == Code::unclosed_front_matter);
    CHECK(parts(mended(result.text, result.diagnostic)) == Parts{"a = 1\n", "Text"});
  }
  CHECK(refused("+++").diagnostic.code == Code::unclosed_front_matter);
}

TEST_CASE("where it is certain what was meant, the parts are read on") {
  for (const std::string bytes :
       {"\n\n+++\na = 1\n+++\nText", "+++ \na = 1\n+++\nText", "++++\na = 1\n+++\nText",
        "a = 1\n+++\nText", "+++\na = 1\nText", "a = 1\nText", "+++\na = 1\n+++ \nText",
        "+++\na = 1\n---\nText", "+++\na = 1\n++++\nText"}) {
    INFO(bytes);
    CHECK(refused(bytes).parts == Parts{"a = 1\n", "Text"});
  }
  CHECK(refused("+++\na: 1\n++++\nText").parts == Parts{"a: 1\n", "Text"});
  CHECK_FALSE(refused("+++\na: 1\n---\nText").parts);
  CHECK_FALSE(refused("+++\na = 1\nText\nb = 2\n").parts);
  CHECK_FALSE(refused("Text\n+++\nText").parts);
}
