#include "data/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;
using Json = nlohmann::json;

namespace {

std::string markup_at(const Site& site, const std::string& address) {
  const std::vector<PagePlan> plans = plan_pages(site);
  const auto plan = std::ranges::find(plans, address, &PagePlan::address);
  REQUIRE(plan != plans.end());
  return json_ld(site, *plan);
}

/// The thing of that type on a page.
Json thing_at(const Site& site, const std::string& address, const std::string& type) {
  const Json document = Json::parse(markup_at(site, address));
  CHECK(document.at("@context") == "https://schema.org");
  for (const Json& thing : document.at("@graph")) {
    if (thing.at("@type") == type) return thing;
  }
  FAIL("nothing of the type " + type);
  return {};
}

}  // namespace

TEST_CASE("the home page is a website, and the catalogue a data set with its files") {
  const Site site =
      site_of({settings().titled("S").base_url("https://example.eu/a/").language("fr"),
               cluster("c"), initiative("a").in("c").updated("2026-01-02")});
  CHECK(thing_at(site, "/", "WebSite").at("name") == "S");
  const Json dataset = thing_at(site, "/fr/", "Dataset");
  CHECK(dataset.at("distribution").at(0).at("contentUrl") ==
        "https://example.eu/a/fr/catalogue.json");
  CHECK(dataset.at("distribution").at(1).at("encodingFormat") == "text/csv");
  CHECK(dataset.at("dateModified") == "2026-01-02");
  CHECK_FALSE(dataset.contains("description"));
  CHECK_FALSE(dataset.contains("publisher"));
  CHECK_FALSE(dataset.contains("license"));
}

TEST_CASE("the data set says who publishes it and under which terms, where the settings do") {
  Site site = site_of({settings().titled("S")});
  site.settings.open_data = {"P", "https://example.eu/p", "https://example.eu/l"};
  const Json dataset = thing_at(site, "/", "Dataset");
  CHECK(dataset.at("publisher") ==
        Json{{"@type", "Organization"}, {"name", "P"}, {"url", "https://example.eu/p"}});
  CHECK(dataset.at("license") == "https://example.eu/l");
}

TEST_CASE("a cluster's page is a collection whose list goes on from page to page") {
  const Site site =
      site_of({settings().per_page(1), cluster("c").titled("C"),
               initiative("a").in("c").titled("A"), initiative("b").in("c").titled("B")});
  const Json list = thing_at(site, "/clusters/c/page/2/", "CollectionPage").at("mainEntity");
  CHECK(list.at("numberOfItems") == 2);
  REQUIRE(list.at("itemListElement").size() == 1);
  CHECK(list.at("itemListElement")[0].at("position") == 2);
  CHECK(list.at("itemListElement")[0].at("name") == "B");
  CHECK(list.at("itemListElement")[0].at("url") == "http://localhost/initiatives/b/");
}

TEST_CASE("an initiative is a project with what is known of it, and nothing that is not") {
  Initiative from = initiative("a")
                        .in("c")
                        .titled("A")
                        .goal("G")
                        .topics({"Led"})
                        .countries({"FR"})
                        .member({"Paris", "", "FR", ""})
                        .noun();
  from.start = date_from("2014-01-31");
  from.contact = Contact{"", "a@b.eu", ""};
  const Site site = site_of({cluster("c").titled("C"), ParsedFile{from, {}}});
  const Json project = thing_at(site, "/initiatives/a/", "Project");
  CHECK(project.at("name") == "A");
  CHECK(project.at("description") == "G");
  CHECK(project.at("foundingDate") == "2014-01-31");
  CHECK(project.at("parentOrganization").at("name") == "C");
  CHECK(project.at("member").at(0) == Json{{"@type", "Organization"}, {"name", "Paris"}});
  CHECK(project.at("keywords").at(0) == "Led");
  CHECK(project.at("contactPoint").at("email") == "a@b.eu");
  for (const char* name : {"dissolutionDate", "sameAs", "image"})
    CHECK_FALSE(project.contains(name));
}

TEST_CASE("breadcrumbs lead from the home page over the cluster to the initiative") {
  const Site site = site_of(
      {settings().titled("S"), cluster("c").titled("C"), initiative("a").in("c").titled("A")});
  const Json steps = thing_at(site, "/initiatives/a/", "BreadcrumbList").at("itemListElement");
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].at("item") == "http://localhost/");
  CHECK(steps[1].at("name") == "C");
  CHECK(steps[2].at("position") == 3);
}

TEST_CASE("lists and free pages are described too") {
  const Site site = site_of(
      {cluster("c"), free_page("about").titled("About"), initiative("a").in("c").topics({"Led"})});
  CHECK(thing_at(site, "/topics/led/", "CollectionPage").at("name") == "Led");
  CHECK(thing_at(site, "/about/", "WebPage").at("name") == "About");
}

TEST_CASE("a page that nobody wrote is described in the words it is given") {
  Site site = site_of({cluster("c"), initiative("a").in("c")});
  for (const char* layout : {"statistics", "open_data"}) site.theme.layouts[layout] = {};
  const std::vector<PagePlan> plans = plan_pages(site);
  const auto graph_at = [&](const std::string& address) {
    const auto plan = std::ranges::find(plans, address, &PagePlan::address);
    REQUIRE(plan != plans.end());
    return Json::parse(json_ld(site, *plan, "T", "D")).at("@graph");
  };
  const Json statistics = graph_at("/statistics/");
  CHECK(statistics[0].at("@type") == "WebPage");
  CHECK(statistics[0].at("name") == "T");
  CHECK(statistics[0].at("description") == "D");
  CHECK(statistics[1].at("@type") == "BreadcrumbList");
  const Json data = graph_at("/data/");
  CHECK(data[0].at("mainEntity").at("@id") == "http://localhost/#catalogue");
  CHECK(data[2].at("@id") == "http://localhost/#catalogue");
}

TEST_CASE("pages that stand for nothing have no markup") {
  const Site site = site_of({cluster("c"), initiative("a").in("c").aliases({"/old/"})});
  CHECK(markup_at(site, "/404.html").empty());
  CHECK(markup_at(site, "/old/").empty());
}

TEST_CASE("no text can end the script that holds it") {
  const std::string title = "</script><!--<script>]]>&\"\\";
  const Site site = site_of({cluster("c"), initiative("a").in("c").titled(title)});
  CHECK(markup_at(site, "/initiatives/a/").find_first_of("<>&") == std::string::npos);
  CHECK(thing_at(site, "/initiatives/a/", "Project").at("name") == title);
}
