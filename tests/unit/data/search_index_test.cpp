#include "data/search_index.h"

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// Who says a word, each as `id:place`.
std::string who_says(std::span<const SearchPart> parts, std::string_view word,
                     std::uint32_t edition = 0) {
  std::string all;
  for (const SearchWord& found : joined_words(parts, edition)) {
    if (found.word != word) continue;
    for (const Posting posting : found.postings) {
      all += std::to_string(posting / 4) + ':' + std::to_string(posting % 4) + ' ';
    }
  }
  return all;
}

Site three() {
  return site_of({settings().language("fr"), cluster("light").titled("Light works"),
                  initiative("a").in("light").titled("Lamps").saying("Bright lamps."),
                  initiative("a").in_language("fr").titled("Lampes"),
                  initiative("b").titled("Meters").topics({"Lamps"}).countries({"FR"}),
                  initiative("c").titled("Poles").goal("More lamps").saying("Of steel.")});
}

}  // namespace

TEST_CASE("an initiative is noted at the best place where it says a word") {
  const Site site = three();
  std::vector<SearchPart> parts;
  parts.emplace_back(site, 0, 3);
  CHECK(who_says(parts, "lamps") == "0:0 1:1 2:2 ");
  CHECK(who_says(parts, "light") == "0:1 ");
  CHECK(who_says(parts, "france") == "1:1 ");
  CHECK(who_says(parts, "steel") == "2:2 ");
  CHECK(who_says(parts, "unheard").empty());
}

TEST_CASE("each edition has its own words") {
  const Site site = three();
  std::vector<SearchPart> parts;
  parts.emplace_back(site, 0, 3);
  CHECK(who_says(parts, "lampes").empty());
  CHECK(who_says(parts, "lampes", 1) == "0:0 ");
  CHECK(who_says(parts, "bright", 1) == "0:2 ");
}

TEST_CASE("parts give the same as the whole, and words are in order") {
  const Site site = three();
  std::vector<SearchPart> whole;
  whole.emplace_back(site, 0, 3);
  std::vector<SearchPart> parts;
  for (InitiativeId id = 0; id < 3; ++id) parts.emplace_back(site, id, id + 1);
  const auto a = joined_words(whole, 0);
  const auto b = joined_words(parts, 0);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].word == b[i].word);
    CHECK(a[i].postings == b[i].postings);
    if (i > 0) CHECK(a[i - 1].word < a[i].word);
  }
}
