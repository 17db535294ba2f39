#include "view/filter_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// Two clusters, of which the second comes first; with a search page.
Site lamps(std::uint32_t per_page) {
  Site site = site_of(
      {settings().per_page(per_page).language("fr"), cluster("a").weight(2), cluster("b").weight(1),
       initiative("one").in("a").topics({"Light"}).countries({"FR", "DE"}),
       initiative("two").in("a").topics({"Light", "Air"}).countries({"DE"}),
       initiative("three").in("b").also_in({"a"}).topics({"Air"}), initiative("four")});
  site.theme.layouts["search"];
  return site;
}

PagePlan list(PageKind kind, std::uint32_t subject, std::uint32_t pages,
              std::uint32_t edition = 0) {
  PagePlan plan = plan_in(edition);
  plan.kind = kind;
  plan.subject = subject;
  plan.page_count = pages;
  return plan;
}

/// `value=label (count) …`
std::string choices(const View& filter, const std::string& name) {
  std::string all;
  for (const View& choice : *at(filter, name).list()) {
    all += text_at(choice, "value") + '=' + text_at(choice, "label") + ' ' +
           text_at(choice, "count") + ' ';
  }
  return all;
}

View home_filter(const Site& site, std::uint32_t pages, std::uint32_t edition = 0) {
  const PagePlan plan = list(PageKind::home, PagePlan::no_subject, pages, edition);
  return filter_view(PageScope(site, plan), site.editions.at(edition).order);
}

}  // namespace

TEST_CASE("a list is narrowed down by what its initiatives have, each with how many") {
  const View filter = home_filter(lamps(100), 1, 1);
  CHECK(choices(filter, "clusters") == "b=Title of b 1 a=Title of a 2 ");
  CHECK(choices(filter, "topics") == "air=Air 2 light=Light 2 ");
  CHECK(choices(filter, "countries") == "de=Allemagne 2 fr=France 1 ");
  CHECK(choices(filter, "statuses") == "active=status.active 4 ");
  CHECK(text_at(filter, "clusters.0.lang") == "en");
  CHECK(text_at(filter, "has_topics") == "true");
  CHECK(text_at(filter, "has_statuses") == "false");
  CHECK(text_at(filter, "action") == "false");
  CHECK(text_at(filter, "within") == "false");
}

TEST_CASE("a list of several pages leads to the search, where there is one") {
  Site site = lamps(100);
  CHECK(text_at(home_filter(site, 2, 1), "action") == "/fr/search/");
  site.theme.layouts.clear();
  CHECK(home_filter(site, 2) == View(false));
  CHECK(home_filter(site, 1) != View(false));
}

TEST_CASE("a cluster's, topic's or country's list is within it and gives no choice of others") {
  const Site site = lamps(100);
  const Edition& edition = site.editions.front();
  const auto of = [&](PageKind kind, std::uint32_t subject) {
    const PagePlan plan = list(kind, subject, 2);
    return filter_view(PageScope(site, plan), edition.order);
  };
  const View of_cluster = of(PageKind::cluster, 0);
  CHECK(text_at(of_cluster, "within.key") == "cluster");
  CHECK(text_at(of_cluster, "within.value") == "a");
  CHECK(choices(of_cluster, "clusters").empty());
  CHECK(choices(of_cluster, "topics") == "air=Air 2 light=Light 2 ");
  const View of_topic = of(PageKind::topic, 1);
  CHECK(text_at(of_topic, "within.value") == "light");
  CHECK(choices(of_topic, "topics").empty());
  const View of_country = of(PageKind::country, 0);
  CHECK(text_at(of_country, "within.value") == "fr");
  CHECK(choices(of_country, "countries").empty());
  CHECK(of(PageKind::project, 0) == View(false));
}

TEST_CASE("a few initiatives are not filtered") {
  const Site site = lamps(100);
  const PagePlan plan = list(PageKind::topic, 0, 1);
  CHECK(filter_view(PageScope(site, plan), site.editions.front().topics[0].initiatives) ==
        View(false));
}

TEST_CASE("the filters of long lists are made once, as their pages would make them") {
  const Site site = lamps(1);
  const auto filters = filters_of_long_lists(site, 0);
  CHECK(filters.at({PageKind::home, PagePlan::no_subject}) == home_filter(site, 4));
  CHECK_FALSE(filters.contains({PageKind::cluster, 1}));
}

TEST_CASE("a search counts for a cluster what it leads and what else names it") {
  const Site site = lamps(100);
  const View filter = search_filter_view(PageScope(site, list(PageKind::search, 0, 1)));
  CHECK(choices(filter, "clusters") == "b=Title of b 1 a=Title of a 3 ");
  CHECK(choices(filter, "statuses") == "active=status.active 4 ");
}
