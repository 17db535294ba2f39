#include "exchange/json_pages.h"

#include <limits>

#include "support/catch.h"
#include "toml/toml_writer.h"

namespace lamppost::test {
namespace {

std::vector<std::string> read_objects(const std::string& json) {
  Diagnostics diagnostics;
  std::vector<std::string> pages;
  for (const GivenPage& page : pages_from_json(make_source_text("t.json", json), diagnostics)) {
    pages.push_back(toml_value({page.fields, {}}));
  }
  CHECK(diagnostics.empty());
  return pages;
}

Diagnostic json_mistake(const std::string& json) {
  Diagnostics diagnostics;
  (void)pages_from_json(make_source_text("t.json", json), diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::bad_json);
  return diagnostics.list()[0];
}

}  // namespace

TEST_CASE("a list of objects is a list of pages") {
  CHECK(read_objects(R"([{"title": "A", "goal": null}, {}])") ==
        std::vector<std::string>{"{ title = \"A\" }", "{}"});
  CHECK(json_mistake(R"([{"title": "A"}, 4])").where == Span{17, 18});
  CHECK(json_mistake("{}").message == "there is no list of pages here");
  CHECK(json_mistake("3").message == "there is no list of pages here");
}

TEST_CASE("of a catalogue.json is taken what was written, not what a build has added") {
  CHECK(read_objects(R"({"initiatives": [{"slug": "a", "url": "https://x.eu/initiatives/a/",
      "language": "en", "translations": ["en"], "title": "A", "goal": "G", "summary": "G",
      "text_hash": "0", "members": {"count": 2, "entries": []}, "topics": [], "draft": false,
      "documents": {"count": 1, "entries": [{"title": "D", "url": null,
                    "file": "https://x.eu/initiatives/a/d.pdf"}]},
      "image": {"src": "https://x.eu/initiatives/a/a.png", "alt": ""}, "extra": {}}],
      "clusters": [{"slug": "c", "title": "C", "totals": {}, "initiatives": ["a"],
                    "also_lists": []}], "topics": [{"slug": "t"}]})") ==
        std::vector<std::string>{
            "{ kind = \"cluster\", slug = \"c\", title = \"C\" }",
            "{ kind = \"initiative\", slug = \"a\", title = \"A\", goal = \"G\", members = 2, "
            "documents = [{ title = \"D\", file = \"d.pdf\" }], "
            "image = { src = \"a.png\", alt = \"\" }, bundle = true }"});
}

TEST_CASE("pages are written as JSON, with what only TOML has as TOML") {
  PageRecord page;
  page.slug = "lamp";
  page.language = "fr";
  page.is_bundle = true;
  const Value date{*date_from("2026-11-22"), {}};
  page.keys = {{"start", {}, date},
               {"extra",
                {},
                {ValueMap{{"d", {}, date},
                          {"n", {}, {2.0, {}}},
                          {"i", {}, {std::numeric_limits<double>::infinity(), {}}},
                          {"h", {}, {0.5, {}}}},
                 {}}}};
  page.body = "Text\n\"x\"";
  const std::string json = json_of(std::vector<PageRecord>{page});
  CHECK(json.find("\"start\": \"2026-11-22\"") != std::string::npos);
  CHECK(read_objects(json) ==
        std::vector<std::string>{
            "{ kind = \"initiative\", slug = \"lamp\", language = \"fr\", bundle = true, "
            "start = \"2026-11-22\", extra = { d = 2026-11-22, n = 2.0, i = inf, h = 0.5 }, "
            "body = \"Text\\n\\\"x\\\"\" }"});
}

}  // namespace lamppost::test
