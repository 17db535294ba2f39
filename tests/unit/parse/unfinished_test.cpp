#include "parse/unfinished.h"

#include "parse/content.h"
#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// What is said of an initiative's page.
Lines told_of_page(const std::string& page, const std::string& language = "") {
  SourceFile file;
  file.entry.role = FileRole::initiative;
  file.entry.file = file.entry.path = "content/x.md";
  file.entry.slug = "x";
  file.entry.language = language;
  file.text = source(page);
  Diagnostics diagnostics;
  static_cast<void>(parse_file(file, diagnostics));
  return told(file.text, diagnostics);
}

std::string page_of(const std::string& keys, const std::string& body = "") {
  return "+++\ntitle = \"T\"\ncluster = \"c\"\n" + keys + "+++\n" + body;
}

}  // namespace

TEST_CASE("an initiative that says nowhere what it is for is a warning at its title") {
  CHECK(told_of_page(page_of("")) == Lines{"missing-goal: \"T\""});
  CHECK(told_of_page(page_of("goal = \"G\"\n")).empty());
  CHECK(told_of_page(page_of("summary = \"S\"\n")).empty());
  CHECK(told_of_page(page_of("", "Text.\n")).empty());
  CHECK(told_of_page("+++\ntitle = \"T\"\n+++\n", "fr").empty());
}

TEST_CASE("of a page that can't be read no goal is missed") {
  CHECK(told_of_page("+++\ntitle = T\ncluster = \"x\"\n+++\n") == Lines{"toml-syntax: T"});
}

TEST_CASE("a goal has at most 200 characters, however many bytes they take") {
  std::string goal;
  for (int i = 0; i < 200; ++i) goal += "é";
  CHECK(told_of_page(page_of("goal = \"" + goal + "\"\n")).empty());
  CHECK(told_of_page(page_of("goal = \"" + goal + "x\"\n")) ==
        Lines{"long-goal: \"" + goal + "x\""});
}

TEST_CASE("a text of the front matter that only holds a place is told") {
  CHECK(told_of_page(page_of("goal = \"TODO\"\n")) == Lines{"placeholder-text: \"TODO\""});
  CHECK(told_of_page(page_of("goal = \"…\"\n")) == Lines{"placeholder-text: \"…\""});
  CHECK(told_of_page(page_of("goal = \"G\"\n[[members]]\nname = \"Your name here\"\n")) ==
        Lines{"placeholder-text: \"Your name here\""});
  CHECK(told_of_page(page_of("goal = \"G\"\n[extra]\nx = \"TODO\"\n")).empty());
}

TEST_CASE("in the body each is told at its place, but not in code") {
  CHECK(told_of_page(page_of("", "Text TODO\n\nLorem ipsum\n")) ==
        Lines{"placeholder-text: TODO", "placeholder-text: Lorem ipsum"});
  CHECK(told_of_page(page_of("", "Text `TODO`\n\n```\nTODO\n```\n\n    TODO\n")).empty());
  CHECK(told_of_page(page_of("", "```\nx\n```\nTODO\n")) == Lines{"placeholder-text: TODO"});
}

TEST_CASE("no more than ten of one body are told") {
  std::string body;
  for (int i = 0; i < 30; ++i) body += "TODO\n\n";
  CHECK(told_of_page(page_of("", body)).size() == 10);
}
