#include "data/former_catalogue.h"

#include <algorithm>

#include "support/catch.h"

namespace lamppost::test {
namespace {

std::optional<FormerCatalogue> read(const std::string& json) {
  Diagnostics diagnostics;
  return former_catalogue("old.json", json, diagnostics);
}

std::string with_initiatives(const std::string& entries) {
  return R"({"$schema": "https://a.eu/x/catalogue.schema.json", "language": "en", "initiatives": [)" +
         entries + "]}";
}

Hash128 part(const PartHashes& parts, std::string_view name) {
  return parts.at(
      static_cast<std::size_t>(std::ranges::find(compared_parts, name) - compared_parts.begin()));
}

PartHashes parts_of(const std::string& entry) { return part_hashes(entry, "https://a.eu/x/"); }

}  // namespace

TEST_CASE("a former catalogue gives its initiatives by slug") {
  const auto former = read(with_initiatives(
      R"({"slug": "lamp", "title": "Lamp", "updated": "2026-11-22", "members": {"count": 2}},
         {"slug": "mast", "title": null})"));
  REQUIRE(former.has_value());
  CHECK(former->language == "en");
  REQUIRE(former->initiatives.size() == 2);
  CHECK(former->initiatives.at("lamp").title == "Lamp");
  CHECK(former->initiatives.at("lamp").updated == date_from("2026-11-22"));
  CHECK(former->initiatives.at("mast").title == "mast");
}

TEST_CASE("what is no catalogue is a diagnostic, at its place where it is no JSON") {
  Diagnostics diagnostics;
  CHECK_FALSE(former_catalogue("old.json", "{\"a\": <html>", diagnostics).has_value());
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::bad_catalogue);
  CHECK(diagnostics.list()[0].has_place);
  CHECK(diagnostics.list()[0].where.begin == 6);
  for (const char* const json : {"[]", "{}", "1", R"({"initiatives": {}})"}) {
    Diagnostics told;
    CHECK_FALSE(former_catalogue("old.json", json, told).has_value());
    REQUIRE(told.list().size() == 1);
    CHECK_FALSE(told.list()[0].has_place);
  }
  CHECK_FALSE(read("").has_value());
  CHECK_FALSE(read("{\"initiatives\": [\"\xFF\"]}").has_value());
}

TEST_CASE("hostile content does no harm") {
  const std::string deep(200'000, '[');
  CHECK_FALSE(read(with_initiatives(deep)).has_value());
  CHECK(read(with_initiatives(deep + std::string(200'000, ']'))).has_value());
  const auto former = read(with_initiatives(
      R"(1, null, [{"slug": "inner"}], {"slug": "../x"}, {"slug": 7}, {}, {"slug": {"slug": "y"}},
         {"slug": "a", "title": "<script>\u0000\u0085"}, {"slug": "a", "title": "second"},
         {"slug": "b", "title": ")" +
      std::string(5000, 'x') + R"("}, {"slug": "c", "title": ["x"], "updated": "2026-99-99"})"));
  REQUIRE(former.has_value());
  REQUIRE(former->initiatives.size() == 3);
  CHECK(former->initiatives.at("a").title == "<script>\uFFFD\uFFFD");
  CHECK(former->initiatives.at("b").title.size() == 300);
  CHECK(former->initiatives.at("c").title == "c");
  CHECK_FALSE(former->initiatives.at("c").updated.has_value());
}

TEST_CASE("each part has a hash of what is said there, whatever is nested in it") {
  const PartHashes before = parts_of(R"({"slug": "a", "members": {"count": 1, "entries": []}})");
  CHECK(part(before, "goal") == no_hash);
  for (const char* const members :
       {R"({"count": 2, "entries": []})", R"({"count": 1, "entries": [[]]})", "null",
        R"({"count": 1, "others": []})", R"({"count": "1", "entries": []})"}) {
    const PartHashes after = parts_of(std::string(R"({"slug": "a", "members": )") + members + "}");
    CHECK(part(after, "members") != part(before, "members"));
  }
  CHECK(part(parts_of(R"({"start": "2026-01-01", "end": null})"), "dates") !=
        part(parts_of(R"({"start": null, "end": "2026-01-01"})"), "dates"));
}

TEST_CASE("the site's own URL and the spelling of topics make no difference") {
  const auto former = read(with_initiatives(
      R"({"slug": "a", "image": {"src": "https://a.eu/x/a.png"}, "topics": ["IoT"]})"));
  REQUIRE(former.has_value());
  const PartHashes& before = former->initiatives.at("a").parts;
  const PartHashes now = part_hashes(
      R"({"image": {"src": "http://localhost/a.png"}, "topics": ["iot"]})", "http://localhost/");
  CHECK(part(before, "image") == part(now, "image"));
  CHECK(part(before, "topics") == part(now, "topics"));
}

TEST_CASE("a summary that is the goal again changes with the goal only") {
  const PartHashes before = parts_of(R"({"goal": "One", "summary": "One"})");
  const PartHashes after = parts_of(R"({"goal": "Two", "summary": "Two"})");
  CHECK(part(before, "summary") == part(after, "summary"));
  CHECK(part(before, "goal") != part(after, "goal"));
  CHECK(part(parts_of(R"({"goal": "Two", "summary": "Own"})"), "summary") !=
        part(before, "summary"));
}

}  // namespace lamppost::test
