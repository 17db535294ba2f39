#include "view/statistics_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

View statistics_of(const Site& site, std::uint32_t edition = 0) {
  PagePlan plan = plan_in(edition);
  plan.address = "/statistics/";
  plan.kind = PageKind::statistics;
  return statistics_view(PageScope(site, plan));
}

View::List groups_of(const Site& site, const std::vector<InitiativeId>& leads) {
  const PagePlan plan = plan_in(0);
  return cluster_groups(PageScope(site, plan), leads);
}

ParsedFile started(const std::string& slug, const std::string& date) {
  Initiative from = initiative(slug).in("light").noun();
  from.start = date_from(date);
  return {from, {}};
}

}  // namespace

TEST_CASE("clusters are counted in their order, each in its colour, also those without any") {
  const View view = statistics_of(
      site_of({cluster("dark").titled("Dark"), cluster("light").titled("Light"),
               initiative("a").in("light").figures(3, 0, 0, 0),
               initiative("b").in("light").figures(1, 0, 0, 0), initiative("c").in("nowhere")}));
  CHECK(text_at(view, "groups.0.key") == "cluster");
  REQUIRE(size_at(view, "groups.0.charts") == 5);
  REQUIRE(size_at(view, "groups.0.charts.0.bars") == 3);
  CHECK(text_at(view, "groups.0.charts.0.bars.0.label") == "Dark");
  CHECK(text_at(view, "groups.0.charts.0.bars.0.width") == "0");
  CHECK(text_at(view, "groups.0.charts.0.bars.1.accent") == "2");
  CHECK(text_at(view, "groups.0.charts.0.bars.1.width") == "100");
  CHECK(text_at(view, "groups.0.charts.0.bars.2.label") == "statistics.unknown");
  CHECK(text_at(view, "groups.0.charts.0.bars.2.width") == "50");
  CHECK(text_at(view, "groups.0.charts.1.key") == "members");
  CHECK(text_at(view, "groups.0.charts.1.bars.1.value") == "4");
  CHECK(text_at(view, "groups.0.rows.1.href") == "/clusters/light/");
  CHECK(size_at(view, "groups.0.rows.1.figures") == size_at(view, "groups.0.columns"));
  CHECK(text_at(view, "groups.0.rows.1.figures.1.value") == "4");
}

TEST_CASE("countries come by their number, statuses as time goes, years from the latest") {
  const View view =
      statistics_of(site_of({cluster("light"), initiative("a").in("light").countries({"FR", "DE"}),
                             initiative("b").in("light").countries({"FR"}),
                             started("c", "2019-03-01"), started("d", "2021-03-01")}));
  CHECK(text_at(view, "groups.1.rows.0.label") == "France");
  CHECK(text_at(view, "groups.1.rows.1.label") == "Germany");
  CHECK(text_at(view, "groups.1.rows.2.label") == "statistics.unknown");
  CHECK(text_at(view, "groups.1.note") == "statistics.several");
  CHECK(size_at(view, "groups.2.rows") == 3);
  CHECK(text_at(view, "groups.2.rows.0.label") == "status.planned");
  CHECK(text_at(view, "groups.2.head") == "status.label");
  CHECK(text_at(view, "groups.3.head") == "facts.start");
  CHECK(text_at(view, "groups.3.rows.0.label") == "2021");
  CHECK(text_at(view, "groups.3.rows.2.label") == "statistics.unknown");
}

TEST_CASE("what nobody says is no group, and an empty catalogue has none") {
  const View view = statistics_of(site_of({cluster("light"), initiative("a").in("light")}));
  REQUIRE(size_at(view, "groups") == 2);
  CHECK(text_at(view, "groups.1.key") == "status");
  CHECK(text_at(statistics_of(site_of({cluster("light")})), "has_groups") == "false");
}

TEST_CASE("charts show the first of many rows, the table all") {
  std::vector<ParsedFile> files{cluster("light")};
  for (int year = 1990; year < 2020; ++year) {
    files.push_back(started("y" + std::to_string(year), std::to_string(year) + "-01-01"));
  }
  const View view = statistics_of(site_of(std::move(files)));
  CHECK(text_at(view, "groups.2.is_shortened") == "true");
  CHECK(size_at(view, "groups.2.charts.0.bars") == 20);
  CHECK(size_at(view, "groups.2.rows") == 30);
  CHECK(text_at(view, "groups.0.is_shortened") == "false");
}

TEST_CASE("a cluster's untranslated title is marked with its language") {
  const Site site =
      site_of({settings().language("fr"), cluster("light"), initiative("a").in("light")});
  CHECK(text_at(statistics_of(site, 1), "groups.0.rows.0.lang") == "en");
  CHECK(text_at(statistics_of(site, 1), "groups.0.charts.0.bars.0.lang") == "en");
}

TEST_CASE("a cluster is shown by status, and by what more of its initiatives say") {
  const Site by_country =
      site_of({cluster("light"), initiative("a").in("light").countries({"FR", "DE"}),
               started("b", "2020-01-01")});
  const View::List groups = groups_of(by_country, {0, 1});
  REQUIRE(groups.size() == 2);
  CHECK(text_at(groups[0], "key") == "status");
  CHECK(size_at(groups[0], "charts") == 1);
  CHECK(text_at(groups[1], "key") == "country");

  const Site by_year =
      site_of({cluster("light"), started("a", "2020-01-01"), started("b", "2021-01-01")});
  CHECK(text_at(groups_of(by_year, {0, 1}).at(1), "key") == "year");

  const Site neither = site_of({cluster("light"), initiative("a").in("light").countries({"FR"}),
                                initiative("b").in("light").countries({"FR"})});
  CHECK(groups_of(neither, {0, 1}).size() == 1);
  CHECK(groups_of(neither, {0}).empty());
}
