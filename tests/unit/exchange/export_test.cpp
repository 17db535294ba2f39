#include "exchange/export.h"

#include "exchange/import.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

SourceFile page(const std::string& text, FileRole role = FileRole::initiative) {
  SourceFile file;
  file.entry.role = role;
  file.entry.slug = "lamp";
  file.text = make_source_text("content/initiatives/lamp.md", text);
  return file;
}

PageRecord record(const std::string& text) {
  Diagnostics diagnostics;
  const auto made = record_of(page(text), diagnostics);
  REQUIRE(made.has_value());
  return *made;
}

/// What comes back of a page that is exported and imported.
std::string again(const PageRecord& one, PageFormat format) {
  Diagnostics diagnostics;
  ImportTarget target;
  target.clusters = {"light"};
  const std::string text = exported(std::vector<PageRecord>{one}, format);
  const auto files = import_pages(make_source_text("x", text), format, target, diagnostics);
  INFO(text);
  CHECK(diagnostics.count(Severity::error) == 0);
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == path_of(one));
  return files[0].text;
}

/// Every key there is, with the values that are hardest to carry.
constexpr auto every_key = R"(+++
title = "=HYPERLINK(\"x\"), 'quoted'; é \\ \u0022"
cluster = "light"
goal = "- minus"
summary = "'=apostrophe"
members = [{ name = "A; B", url = "https://a.eu/", country = "PT", role = "@lead" }, { name = "[x]" }]
documents = [{ title = "D", file = "d.pdf", date = 2020-02-29, language = "en" }]
projects = [{ title = "P", cordis = "691895", programme = "Horizon" }]
discussions = [{ title = "T", url = "https://a.eu/1", date = 2024-03-01, replies = 5 }]
topics = ["IoT; and more", "[odd]", "plain"]
countries = ["FR", "PT"]
status = "planned"
start = 2014-02-01
end = 2030-12-31
updated = 2026-11-22
reviewed = 2026-11-22
website = "https://example.eu/?a=1,2;3"
contact = {}
image = { src = "lamp.png", alt = "" }
related = ["mast"]
also_in = []
target = { value = 1.0, unit = "lamps", by = 2030-12-31 }
milestones = [{ date = 2018-06-29, title = "M", value = 120_000, url = "https://a.eu/" }]
aliases = ["/old/", "/older.html"]
weight = -10
draft = true
extra = { d = 2020-01-01, t = 07:32:00, s = "2020-01-01", n = 1, f = 1.0, i = inf, e = "", l = [[], [{ a = {} }]], "odd key" = true }
+++

)";

}  // namespace

TEST_CASE("a page with every key comes back as it was") {
  for (const char* const body :
       {"Text.\n", "", "\n\n\n", "- list\n- more\n", "    code\n\ntext  \n", "a\r\nb\r\n",
        "\"quoted\", cells\n", "+++\nx = 1\n+++\n", "=SUM(A1)\n\n\n", "'\n", "no line's end"}) {
    const PageRecord one = record(every_key + std::string(body));
    CHECK(one.keys.size() == initiative_keys().size());
    CHECK(again(one, PageFormat::csv) == file_of(one));
    CHECK(again(one, PageFormat::json) == file_of(one));
    CHECK(record(file_of(one)).keys.size() == one.keys.size());
    CHECK(record(file_of(one)).body == one.body);
  }
}

TEST_CASE("a page with a mistake is not exported") {
  Diagnostics diagnostics;
  CHECK_FALSE(record_of(page("no front matter"), diagnostics).has_value());
  CHECK_FALSE(record_of(page("+++\ntitle = 3\n+++\n"), diagnostics).has_value());
  CHECK_FALSE(record_of(page("+++\ntitle = \"\xFF\"\n+++\n"), diagnostics).has_value());
  CHECK_FALSE(record_of(page("+++\ntitle =\n+++\n"), diagnostics).has_value());
  CHECK(diagnostics.count(Severity::error) >= 4);
}

}  // namespace lamppost::test
