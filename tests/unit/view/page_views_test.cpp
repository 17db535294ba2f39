#include "view/page_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"
#include "view/frame_views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

const PagePlan* find_plan(const std::vector<PagePlan>& plans, const std::string& address) {
  const auto found = std::find_if(plans.begin(), plans.end(),
                                  [&](const PagePlan& plan) { return plan.address == address; });
  return found == plans.end() ? nullptr : &*found;
}

/// The view of the page at an address.
View page(const Site& site, const std::string& address) {
  const std::vector<PagePlan> plans = plan_pages(site);
  const PagePlan* plan = find_plan(plans, address);
  if (plan == nullptr) throw std::out_of_range("no page at " + address);
  return view_of(site, *plan);
}

/// Two clusters and two languages; `lamp` is translated, `meter` and the cluster `dark` are not.
Site site_below(const std::string& base_url, std::size_t per_page = 100) {
  return site_of(
      {settings().titled("Site").base_url(base_url).language("fr", "Français").per_page(per_page),
       cluster("light").titled("Light").weight(1), cluster("light").in_language("fr").titled("Lux"),
       cluster("dark").titled("Dark").weight(2),
       initiative("lamp")
           .in("light")
           .titled("Lamp")
           .goal("More light")
           .figures(1, 1200, 0, 9)
           .also_in({"dark"})
           .topics({"IoT"})
           .countries({"FR"})
           .updated("2026-11-22"),
       initiative("lamp").in_language("fr").titled("Lampe"),
       initiative("meter").in("light").titled("Meter"),
       initiative("night").in("dark").titled("Night"), home().titled("Home"),
       home().in_language("fr").titled("Accueil"), free_page("about").titled("About").in_menu(),
       free_page("hidden").titled("Hidden")});
}

Site plain_site() { return site_below("https://example.eu/a/b/"); }

}  // namespace

TEST_CASE("the home page lists the initiatives in sections, cluster by cluster") {
  const View view = page(plain_site(), "/");
  CHECK(text_at(view, "title") == "Home");
  REQUIRE(size_at(view, "sections") == 2);
  CHECK(text_at(view, "sections.0.cluster.title") == "Light");
  CHECK(text_at(view, "sections.0.total.value") == "2");
  CHECK(text_at(view, "sections.0.cards.0.title") == "Lamp");
  CHECK(text_at(view, "sections.1.cards.0.title") == "Night");
  CHECK(text_at(view, "sections.0.cluster.accent") == "1");
  CHECK(text_at(view, "sections.1.cluster.accent") == "2");
}

TEST_CASE("a section that goes on from an earlier page says so") {
  const View view = page(site_below("https://example.eu/", 1), "/page/2/");
  CHECK(text_at(view, "sections.0.cards.0.title") == "Meter");
  CHECK(text_at(view, "sections.0.is_continued") == "true");
  CHECK(text_at(page(site_below("https://example.eu/", 1), "/"), "sections.0.is_continued") ==
        "false");
}

TEST_CASE("a card shows all four figures, also where they are 0") {
  const View view = page(plain_site(), "/");
  const View& card = at(view, "sections.0.cards.0");
  REQUIRE(size_at(card, "figures") == 4);
  CHECK(text_at(card, "figures.0.key") == "members");
  CHECK(text_at(card, "figures.1.value") == "1,200");
  CHECK(text_at(card, "figures.2.value") == "0");
  CHECK(text_at(card, "figures.2.is_zero") == "true");
  CHECK(text_at(card, "figures.3.value") == "9");
}

TEST_CASE("links hold below a base path and at any depth") {
  const View view = page(plain_site(), "/404.html");
  CHECK(text_at(view, "site.href") == "/a/b/");
  CHECK(text_at(view, "menu.0.href") == "/a/b/");
  CHECK(text_at(view, "clusters.0.href") == "/a/b/clusters/light/");
  CHECK(text_at(view, "page.canonical") == "false");
}

TEST_CASE("the menu names the home page and the free pages that ask for it") {
  const View view = page(plain_site(), "/about/");
  REQUIRE(size_at(view, "menu") == 2);
  CHECK(text_at(view, "menu.0.is_current") == "false");
  CHECK(text_at(view, "menu.1.label") == "About");
  CHECK(text_at(view, "menu.1.is_current") == "true");
}

TEST_CASE("a translated page names its alternates and is its own canonical page") {
  const View view = page(plain_site(), "/fr/initiatives/lamp/");
  CHECK(text_at(view, "title") == "Lampe");
  CHECK(text_at(view, "lang") == "false");
  CHECK(text_at(view, "notice") == "false");
  CHECK(text_at(view, "page.canonical") == "https://example.eu/a/b/fr/initiatives/lamp/");
  REQUIRE(size_at(view, "alternates") == 3);
  CHECK(text_at(view, "alternates.1.lang") == "fr");
  CHECK(text_at(view, "alternates.2.lang") == "x-default");
  CHECK(text_at(view, "alternates.2.href") == "https://example.eu/a/b/initiatives/lamp/");
}

TEST_CASE("an untranslated page is marked with its language and points to the default edition") {
  const View view = page(plain_site(), "/fr/initiatives/meter/");
  CHECK(text_at(view, "edition.lang") == "fr");
  CHECK(text_at(view, "lang") == "en");
  CHECK(text_at(view, "dir") == "ltr");
  CHECK(text_at(view, "notice") != "false");
  CHECK(text_at(view, "page.canonical") == "https://example.eu/a/b/initiatives/meter/");
  CHECK(size_at(view, "alternates") == 0);
}

TEST_CASE("the language switch leads to the same page in every edition") {
  const View view = page(plain_site(), "/fr/initiatives/meter/");
  REQUIRE(size_at(view, "languages") == 2);
  CHECK(text_at(view, "languages.0.href") == "/a/b/initiatives/meter/");
  CHECK(text_at(view, "languages.1.is_current") == "true");
  CHECK(text_at(view, "languages.1.is_translated") == "false");
  CHECK(text_at(page(plain_site(), "/404.html"), "languages.1.href") == "/a/b/fr/");
}

TEST_CASE("a site in one language has no switch") {
  const View view = page(site_of({settings(), home()}), "/");
  CHECK(text_at(view, "has_languages") == "false");
  CHECK(text_at(view, "has_alternates") == "false");
}

TEST_CASE("on a card, words in another language than the edition's are marked") {
  const View view = page(plain_site(), "/fr/clusters/light/");
  CHECK(text_at(view, "title") == "Lux");
  CHECK(text_at(view, "cards.0.lang") == "false");
  CHECK(text_at(view, "cards.1.lang") == "en");
}

TEST_CASE("a cluster lists what it leads, and apart, after it, what names it") {
  const View view = page(plain_site(), "/clusters/dark/");
  REQUIRE(size_at(view, "cards") == 1);
  CHECK(text_at(view, "cards.0.title") == "Night");
  REQUIRE(size_at(view, "also_listed") == 1);
  CHECK(text_at(view, "also_listed.0.title") == "Lamp");
  CHECK(text_at(view, "totals.0.value") == "1");
  const Site paged = site_below("https://example.eu/", 1);
  CHECK(text_at(page(paged, "/clusters/light/"), "pagination.next.href") ==
        "/clusters/light/page/2/");
}

TEST_CASE("what a cluster leads and what names it are paginated as one list") {
  const Site paged = site_below("https://example.eu/", 1);
  const View first = page(paged, "/clusters/dark/");
  CHECK(text_at(first, "cards.0.title") == "Night");
  CHECK(text_at(first, "has_also_listed") == "false");
  CHECK(text_at(first, "pagination.next.href") == "/clusters/dark/page/2/");
  const View second = page(paged, "/clusters/dark/page/2/");
  CHECK(text_at(second, "has_cards") == "false");
  CHECK(text_at(second, "also_listed.0.title") == "Lamp");

  const Site whole = site_below("https://example.eu/", 2);
  CHECK(size_at(page(whole, "/clusters/dark/"), "cards") == 1);
  CHECK(size_at(page(whole, "/clusters/dark/"), "also_listed") == 1);
}

TEST_CASE("a topic's name keeps its language where the page has another") {
  const View view = page(plain_site(), "/fr/topics/iot/");
  CHECK(text_at(view, "title") == "IoT");
  CHECK(text_at(view, "lang") == "en");
  CHECK(text_at(view, "notice") == "false");
  CHECK(text_at(view, "page.canonical") == "https://example.eu/a/b/fr/topics/iot/");
  CHECK(text_at(view, "breadcrumbs.1.lang") == "en");
  CHECK(text_at(page(plain_site(), "/fr/countries/fr/"), "lang") == "false");
}

TEST_CASE("breadcrumbs lead from the home page through the cluster") {
  const View view = page(plain_site(), "/initiatives/lamp/");
  REQUIRE(size_at(view, "breadcrumbs") == 3);
  CHECK(text_at(view, "breadcrumbs.1.label") == "Light");
  CHECK(text_at(view, "breadcrumbs.2.is_current") == "true");
  CHECK(text_at(page(plain_site(), "/"), "has_breadcrumbs") == "false");
}

TEST_CASE("an initiative's neighbours are those of its cluster") {
  const View first = page(plain_site(), "/initiatives/lamp/");
  CHECK(at(first, "previous") == View(false));
  CHECK(text_at(first, "next.title") == "Meter");
  const View last = page(plain_site(), "/initiatives/meter/");
  CHECK(text_at(last, "previous.title") == "Lamp");
  CHECK(at(last, "next") == View(false));
}

TEST_CASE("a topic's page holds its initiatives, a country's its code") {
  const View topic = page(plain_site(), "/topics/iot/");
  CHECK(text_at(topic, "title") == "IoT");
  CHECK(text_at(topic, "total.value") == "1");
  CHECK(text_at(topic, "cards.0.title") == "Lamp");
  const View country = page(plain_site(), "/fr/countries/fr/");
  CHECK(text_at(country, "code") == "FR");
  CHECK(text_at(country, "title") == "France");
}

TEST_CASE("a redirect leads to its page and names it as the canonical one") {
  const Site site = site_of({settings().base_url("https://example.eu/a/"), cluster("light"),
                             initiative("lamp").in("light").aliases({"/old/"})});
  const View view = page(site, "/old/");
  CHECK(text_at(view, "target.href") == "/a/initiatives/lamp/");
  CHECK(text_at(view, "target.url") == "https://example.eu/a/initiatives/lamp/");
  CHECK(text_at(view, "page.canonical") == "https://example.eu/a/initiatives/lamp/");
}

TEST_CASE("empty content still has a home page with all of its names") {
  const View view = page(site_of({}), "/");
  CHECK(text_at(view, "title") == "Initiatives");
  CHECK(text_at(view, "page.title") == "Initiatives");
  CHECK(text_at(view, "has_sections") == "false");
  CHECK(text_at(view, "body") == "false");
  CHECK(size_at(view, "totals") == 5);
}

TEST_CASE("a page comes out the same with and without what its edition shares") {
  const Site site = site_below("https://example.eu/a/", 1);
  SharedViews shared;
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    shared.push_back(edition_views(site, edition));
    const EditionViews without_cards = shared.back();
    for (InitiativeId id = 0; id < site.editions[edition].initiatives.size(); ++id) {
      shared.back().cards.push_back(shared_card(site, edition, id, without_cards));
    }
  }
  for (const PagePlan& plan : plan_pages(site)) {
    if (layout_of(plan.kind).empty()) continue;
    INFO(plan.address);
    CHECK(view_of(site, plan, shared) == view_of(site, plan));
  }
}
