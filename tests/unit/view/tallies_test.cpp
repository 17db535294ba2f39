#include "view/tallies.h"

#include <numeric>
#include <vector>

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

std::vector<InitiativeId> all_of(const Edition& edition) {
  std::vector<InitiativeId> ids(edition.initiatives.size());
  std::iota(ids.begin(), ids.end(), 0U);
  return ids;
}

ParsedFile started_in(const std::string& slug, const std::string& date) {
  Initiative from = initiative(slug).in("light").noun();
  from.start = date_from(date);
  return {from, {}};
}

}  // namespace

TEST_CASE("initiatives and their figures add up by cluster; what has none is under the empty key") {
  const Site site =
      site_of({cluster("light"), cluster("dark"), initiative("a").in("light").figures(1, 2, 3, 4),
               initiative("b").in("light").figures(10, 20, 30, 40),
               initiative("c").in("nowhere").figures(5, 0, 0, 0)});
  const Edition& edition = site.editions.front();
  const auto tallies = tally_by_cluster(edition, all_of(edition));
  REQUIRE(tallies.size() == 2);
  CHECK(tallies.at(1) == Tally{2, {11, 22, 33, 44}});
  CHECK(tallies.at(std::nullopt) == Tally{1, {5, 0, 0, 0}});
}

TEST_CASE("what has several countries counts in each, once") {
  const Site site =
      site_of({cluster("light"), initiative("a").in("light").countries({"FR", "DE"}),
               initiative("b").in("light").countries({"FR"}), initiative("c").in("light")});
  const Edition& edition = site.editions.front();
  const auto tallies = tally_by_country(edition, all_of(edition));
  REQUIRE(tallies.size() == 3);
  for (const auto& [country, tally] : tallies) {
    const bool is_france = country && edition.countries.at(*country).code == "FR";
    CHECK(tally.initiatives == (is_france ? 2 : 1));
  }
}

TEST_CASE("only the initiatives that are asked about count") {
  const Site site = site_of({cluster("light"), initiative("a").in("light").status(Status::planned),
                             initiative("b").in("light")});
  const std::vector<InitiativeId> one{initiative_id(site, "a")};
  const auto tallies = tally_by_status(site.editions.front(), one);
  REQUIRE(tallies.size() == 1);
  CHECK(tallies.at(Status::planned).initiatives == 1);
}

TEST_CASE("years are those in which initiatives start, in order") {
  const Site site = site_of({cluster("light"), started_in("a", "2021-12-31"),
                             started_in("b", "2019-01-01"), initiative("c").in("light")});
  const Edition& edition = site.editions.front();
  std::vector<int> years;
  for (const auto& [year, tally] : tally_by_year(edition, all_of(edition))) {
    years.push_back(year.value_or(0));
  }
  CHECK(years == std::vector<int>{0, 2019, 2021});
}
