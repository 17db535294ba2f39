#include "data/search_files.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/contains.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Site small(const std::string& word = "lamp") {
  Site site = site_of({settings().language("fr"), cluster("light").titled("Light"),
                       initiative("a").in("light").titled("Alpha").saying("Text of " + word),
                       initiative("b").titled("Beta \"quoted\"").countries({"FR"}),
                       initiative("b").in_language("fr").titled("Bêta")});
  site.theme.layouts.emplace("search", SourceText());
  return site;
}

SearchFiles files_of(const Site& site, std::uint32_t edition = 0) {
  std::vector<SearchPart> parts;
  parts.emplace_back(site, 0, static_cast<InitiativeId>(site.editions[0].initiatives.size()));
  return search_files(site, edition, joined_words(parts, edition));
}

PagePlan first_of(const Site& site, PageKind kind, std::uint32_t edition = 0) {
  for (const PagePlan& plan : plan_pages(site)) {
    if (plan.kind == kind && plan.edition == edition) return plan;
  }
  throw std::out_of_range("no such page");
}

}  // namespace

TEST_CASE("the planned files of the search are those that there are") {
  const Site site = small();
  const SearchFiles files = files_of(site);
  std::size_t words = 0;
  std::size_t orders = 0;
  for (const PagePlan& plan : plan_pages(site)) {
    if (plan.edition != 0) continue;
    if (is_search_file(plan.kind)) (void)files.bytes_of(plan);
    words += plan.kind == PageKind::search_words ? 1U : 0U;
    orders += plan.kind == PageKind::search_orders ? 1U : 0U;
  }
  CHECK(words == files.words.size());
  CHECK(orders == files.orders.size());
}

TEST_CASE("the index says how the files are divided") {
  const std::string index = files_of(small()).index;
  CHECK(contains(index, "\"initiatives\":2"));
  CHECK(contains(index, "\"clusters\":[[\"Light\"]]"));
  CHECK(contains(files_of(small(), 1).index, "\"clusters\":[[\"Light\",\"en\"]]"));
}

TEST_CASE("the words lie in the shards, filters before them") {
  const SearchFiles files = files_of(small());
  std::string all;
  for (const std::string& shard : files.words) all += shard;
  const std::size_t filter = all.find("cluster:light");
  REQUIRE(filter != std::string::npos);
  CHECK(filter < all.find("lamp"));
}

TEST_CASE("an order gives each initiative its place") {
  const SearchFiles files = files_of(small());
  REQUIRE(files.orders.size() == SearchSizes::orders);
  CHECK(files.orders[0] == std::string("\0\0\0\1\0\0", 6));
}

TEST_CASE("the version differs where a file does") {
  CHECK(files_of(small()).index == files_of(small()).index);
  CHECK(files_of(small()).index != files_of(small("pole")).index);
}

TEST_CASE("what results show: title, slug, place of the cluster, status, teaser, language") {
  const Site site = small();
  CHECK(search_titles(site, first_of(site, PageKind::search_titles)) ==
        "[[\"Alpha\",\"a\",0,\"active\",\"Text of lamp\"],"
        "[\"Beta \\\"quoted\\\"\",\"b\",-1,\"active\",\"\"]]\n");
  CHECK(search_titles(site, first_of(site, PageKind::search_titles, 1)) ==
        "[[\"Alpha\",\"a\",0,\"active\",\"Text of lamp\",\"en\"],"
        "[\"Bêta\",\"b\",-1,\"active\",\"\"]]\n");
}

TEST_CASE("the key is known where what pages say is, and follows the texts") {
  Site site = small();
  CHECK_FALSE(search_key(site, 0));
  for (LocalInitiative& local : site.editions[0].initiatives) local.key = {1, 2};
  for (Body& body : site.bodies) body.text_key = {3, 4};
  const auto key = search_key(site, 0);
  REQUIRE(key);
  CHECK(search_key(site, 0) == key);
  site.bodies[site.editions[0].initiatives[1].body].text_key = {5, 6};
  CHECK(search_key(site, 0) != key);
}

TEST_CASE("a catalogue without initiatives can be searched as well") {
  const Site site = site_of({cluster("light")});
  CHECK(contains(files_of(site).index, "\"initiatives\":0"));
}
