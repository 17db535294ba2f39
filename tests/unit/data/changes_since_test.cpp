#include "data/changes_since.h"

#include "data/open_data.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/pieces.h"

namespace lamppost::test {
namespace {

std::string catalogue_of(const Site& site, std::uint32_t edition = 0) {
  PagePlan plan;
  plan.edition = edition;
  return joined(catalogue_json, site, plan);
}

Changes between(const Site& before, const Site& now, std::uint32_t edition = 0) {
  Diagnostics diagnostics;
  const auto former = former_catalogue("old.json", catalogue_of(before, edition), diagnostics);
  REQUIRE(former.has_value());
  return changes_since(*former, now);
}

using Parts = std::vector<std::string>;

Parts parts_changed(const InitiativeBuilder& before, const InitiativeBuilder& now) {
  const Changes changes =
      between(site_of({cluster("c"), before}), site_of({cluster("c"), cluster("d"), now}));
  return changes.by_initiative.at(0) ? changes.by_initiative.at(0)->parts : Parts{};
}

}  // namespace

TEST_CASE("a site has not changed since its own catalogue, wherever it lies") {
  const auto files = [](const std::string& url) {
    return std::vector<ParsedFile>{
        settings().base_url(url), cluster("light"),
        initiative("a").in("light").as_bundle().image("a.png", "A").document("D", "d.pdf")};
  };
  const std::vector<Asset> assets = {asset("initiatives/a/a.png"), asset("initiatives/a/d.pdf")};
  const Changes changes = between(site_of(files("https://a.eu/x/"), assets),
                                  site_of(files("http://localhost/"), assets));
  CHECK_FALSE(changes.by_initiative.at(0).has_value());
  CHECK(changes.added.empty());
  CHECK(changes.changed.empty());
  CHECK(changes.removed.empty());
}

TEST_CASE("what was added, changed and removed is told, the latest first") {
  const Changes changes =
      between(site_of({initiative("a").updated("2026-01-02"), initiative("gone").titled("Gone"),
                       initiative("same").updated("2026-03-01"), initiative("x")}),
              site_of({initiative("a").updated("2026-05-01").goal("G"), initiative("new-a"),
                       initiative("new-b").updated("2026-05-02"),
                       initiative("same").updated("2026-03-01"), initiative("x").goal("G")}));
  CHECK(changes.since == date_from("2026-03-01"));
  CHECK(changes.added == std::vector<std::uint32_t>{2, 1});
  CHECK(changes.changed == std::vector<std::uint32_t>{0, 4});
  CHECK(changes.removed == std::vector<RemovedInitiative>{{"gone", "Gone"}});
  CHECK(changes.by_initiative.at(1) == Change{true, {}});
  CHECK_FALSE(changes.by_initiative.at(3).has_value());
}

TEST_CASE("each part that reads differently is named, in the order of the page") {
  const auto page = [] { return initiative("a").in("c"); };
  CHECK(parts_changed(page(), page()).empty());
  CHECK(parts_changed(page(), page().titled("T")) == Parts{"title"});
  CHECK(parts_changed(page().goal("A"), page().goal("B")) == Parts{"goal"});
  CHECK(parts_changed(page().summary("A"), page().summary("B")) == Parts{"summary"});
  CHECK(parts_changed(page(), initiative("a").in("d").figures(1, 2, 3, 4)) ==
        Parts{"cluster", "members", "documents", "projects", "discussions"});
  CHECK(parts_changed(page(), page().topics({"t"}).countries({"FR"}).status(Status::planned)) ==
        Parts{"topics", "countries", "status"});
  CHECK(parts_changed(page(), page().website("https://a.eu/").target(1, "u").extra("k", "v")) ==
        Parts{"website", "target", "other"});
  CHECK(parts_changed(page(), page().milestone("2026-01-01", "M")) == Parts{"milestones"});
  CHECK(parts_changed(page(), page().also_in({"d"})) == Parts{"also_in"});
  CHECK(parts_changed(page(), page().weight(3)).empty());
}

TEST_CASE("that a page was looked at is told only where nothing else is") {
  const auto page = [] { return initiative("a").updated("2026-01-01"); };
  CHECK(parts_changed(page(), page().updated("2026-02-01")) == Parts{"dates"});
  CHECK(parts_changed(page(), page().updated("2026-02-01").goal("G")) == Parts{"goal"});
}

TEST_CASE("a text that reads differently is told, unless the former catalogue says nothing of it") {
  const auto page = [](const Hash128& words) {
    Body body = body_of("Text");
    body.words_key = words;
    return initiative("a").with(body);
  };
  CHECK(parts_changed(page({1, 2}), page({1, 2})).empty());
  CHECK(parts_changed(page({1, 2}), page({1, 3})) == Parts{"text"});
  CHECK(parts_changed(page(no_hash), page({1, 3})) == Parts{"text"});
  Diagnostics diagnostics;
  const auto older =
      former_catalogue("old.json", R"({"initiatives": [{"slug": "a"}]})", diagnostics);
  REQUIRE(older.has_value());
  const Site site = site_of({page({1, 3})});
  CHECK_FALSE(changes_since(*older, site).by_initiative.at(0).has_value());
}

TEST_CASE("a catalogue in another language is held against that language's edition") {
  const std::vector<ParsedFile> files = {settings().language("fr"), initiative("a").titled("A"),
                                         initiative("a").in_language("fr").titled("Un A")};
  const Changes changes = between(site_of(files), site_of(files), 1);
  CHECK_FALSE(changes.by_initiative.at(0).has_value());
}

}  // namespace lamppost::test
