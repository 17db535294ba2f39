#include "model/page_plan.h"

#include <algorithm>

#include "model/address.h"
#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<std::string> addresses(const std::vector<PagePlan>& plans, PageKind kind) {
  std::vector<std::string> result;
  for (const PagePlan& plan : plans) {
    if (plan.kind == kind) result.push_back(plan.address);
  }
  return result;
}

std::vector<ParsedFile> many_initiatives(int count) {
  std::vector<ParsedFile> files = {settings().per_page(2), cluster("c")};
  for (int i = 0; i < count; ++i) {
    files.push_back(initiative("i" + std::to_string(i)).in("c").topics({"T"}).countries({"FR"}));
  }
  return files;
}

using Addresses = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty site has its home page and its files") {
  const auto plans = plan_pages(site_of({}));
  Addresses all;
  for (const PagePlan& plan : plans) all.push_back(plan.address);
  CHECK(all == Addresses{"/", "/404.html", "/feed.xml", "/catalogue.json", "/catalogue.csv",
                         "/catalogue.schema.json", "/schema/initiative.json", "/dcat.jsonld",
                         "/sitemap.xml", "/robots.txt"});
}

TEST_CASE("pages that a theme may do without are there where it has their layout") {
  Site site = site_of({settings().language("fr"), cluster("c"), initiative("i").in("c")});
  CHECK(addresses(plan_pages(site), PageKind::statistics).empty());
  for (const char* layout : {"statistics", "open_data", "embed"}) site.theme.layouts[layout] = {};
  const auto plans = plan_pages(site);
  CHECK(addresses(plans, PageKind::statistics) == Addresses{"/statistics/", "/fr/statistics/"});
  CHECK(addresses(plans, PageKind::open_data) == Addresses{"/data/", "/fr/data/"});
  CHECK(addresses(plans, PageKind::embed) ==
        Addresses{"/embed/clusters/c/", "/fr/embed/clusters/c/"});
}

TEST_CASE("the form for proposals is there in every language, what it loads once") {
  std::vector<ParsedFile> files = many_initiatives(600);
  files.push_back(settings().language("fr"));
  Site site = site_of(files);
  CHECK(addresses(plan_pages(site), PageKind::proposal_rules).empty());
  site.theme.layouts["contribute"] = {};
  const auto plans = plan_pages(site);
  CHECK(addresses(plans, PageKind::contribute) == Addresses{"/contribute/", "/fr/contribute/"});
  CHECK(addresses(plans, PageKind::proposal_rules) == Addresses{"/contribute/rules.json"});
  CHECK(addresses(plans, PageKind::proposal_names) == Addresses{"/contribute/names-1.json",
                                                                "/contribute/names-2.json",
                                                                "/contribute/names-3.json"});
}

TEST_CASE("every language has every page, and the site's own files are there once") {
  const auto plans = plan_pages(site_of(
      {settings().language("fr"), cluster("c"), initiative("i").in("c"), free_page("about")}));
  CHECK(addresses(plans, PageKind::home) == Addresses{"/", "/fr/"});
  CHECK(addresses(plans, PageKind::cluster) == Addresses{"/clusters/c/", "/fr/clusters/c/"});
  CHECK(addresses(plans, PageKind::initiative) ==
        Addresses{"/initiatives/i/", "/fr/initiatives/i/"});
  CHECK(addresses(plans, PageKind::initiative_json) ==
        Addresses{"/initiatives/i/index.json", "/fr/initiatives/i/index.json"});
  CHECK(addresses(plans, PageKind::free_page) == Addresses{"/about/", "/fr/about/"});
  CHECK(addresses(plans, PageKind::not_found) == Addresses{"/404.html", "/fr/404.html"});
  CHECK(addresses(plans, PageKind::feed) ==
        Addresses{"/feed.xml", "/clusters/c/feed.xml", "/fr/feed.xml", "/fr/clusters/c/feed.xml"});
  CHECK(addresses(plans, PageKind::robots) == Addresses{"/robots.txt"});
}

TEST_CASE("every list is split into pages") {
  const auto plans = plan_pages(site_of(many_initiatives(5)));
  CHECK(addresses(plans, PageKind::home) == Addresses{"/", "/page/2/", "/page/3/"});
  CHECK(addresses(plans, PageKind::cluster) ==
        Addresses{"/clusters/c/", "/clusters/c/page/2/", "/clusters/c/page/3/"});
  CHECK(addresses(plans, PageKind::topic) ==
        Addresses{"/topics/t/", "/topics/t/page/2/", "/topics/t/page/3/"});
  CHECK(addresses(plans, PageKind::country) ==
        Addresses{"/countries/fr/", "/countries/fr/page/2/", "/countries/fr/page/3/"});
  const auto last = std::find_if(plans.begin(), plans.end(), [](const PagePlan& plan) {
    return plan.address == "/clusters/c/page/3/";
  });
  CHECK(last->page_number == 3);
  CHECK(last->page_count == 3);
}

TEST_CASE("a list that just fits has one page") {
  const auto plans = plan_pages(site_of(many_initiatives(2)));
  CHECK(addresses(plans, PageKind::home) == Addresses{"/"});
}

TEST_CASE("an alias leads to its page, whichever way it is written") {
  const auto plans = plan_pages(
      site_of({settings().language("fr"), cluster("c").aliases({"/old"}),
               initiative("i").in("c").aliases({"/was/here/", "/was.html", "/was/here"})}));
  CHECK(addresses(plans, PageKind::redirect) == Addresses{"/was/here/", "/was.html", "/old/"});
  const auto redirect = std::find_if(plans.begin(), plans.end(), [](const PagePlan& plan) {
    return plan.kind == PageKind::redirect;
  });
  CHECK(redirect->target == "/initiatives/i/");
  CHECK(redirect->target_kind == PageKind::initiative);
  CHECK(output_path("/was.html") == "was.html");
}

TEST_CASE("drafts have no address") {
  const auto plans = plan_pages(site_of(
      {initiative("i").draft().aliases({"/old/"}).topics({"T"}), free_page("about").draft()}));
  CHECK(addresses(plans, PageKind::initiative).empty());
  CHECK(addresses(plans, PageKind::redirect).empty());
  CHECK(addresses(plans, PageKind::topic).empty());
  CHECK(addresses(plans, PageKind::free_page).empty());
}

TEST_CASE("files are published where they say") {
  Site site = site_of({initiative("i").as_bundle()}, {asset("initiatives/i/a.jpg")});
  site.theme.styles = {{"css/main.abc.css", "", ""}};
  site.theme.scripts = {{"js/main.abc.js", "", ""}};
  const auto plans = plan_pages(site);
  CHECK(addresses(plans, PageKind::asset) == Addresses{"/initiatives/i/a.jpg"});
  CHECK(addresses(plans, PageKind::style) == Addresses{"/css/main.abc.css"});
  CHECK(addresses(plans, PageKind::script) == Addresses{"/js/main.abc.js"});
}

TEST_CASE("a small site has one sitemap") {
  const auto plans =
      plan_pages(site_of({cluster("c").aliases({"/old/"}), initiative("i").in("c")}));
  CHECK(addresses(plans, PageKind::sitemap) == Addresses{"/sitemap.xml"});
  CHECK(addresses(plans, PageKind::sitemap_part).empty());
  const auto sitemap = std::find_if(plans.begin(), plans.end(), [](const PagePlan& plan) {
    return plan.kind == PageKind::sitemap;
  });
  CHECK(sitemap->page_count == 1);
}

TEST_CASE("a sitemap splits before it has too many addresses") {
  SitemapLimits limits;
  limits.addresses = 3;
  const auto plans = plan_pages(site_of(many_initiatives(7)), limits);  // with the home page, 8
  const auto sitemap = std::find_if(plans.begin(), plans.end(), [](const PagePlan& plan) {
    return plan.kind == PageKind::sitemap;
  });
  CHECK(sitemap->page_count >= 3);
  std::size_t parts = 0;
  for (const PagePlan& plan : plans) {
    if (plan.kind != PageKind::sitemap_part) continue;
    CHECK(plan.page_number == ++parts);
    CHECK(plan.page_count == sitemap->page_count);
  }
  CHECK(parts == sitemap->page_count);
}

TEST_CASE("a sitemap splits before it has too many bytes") {
  SitemapLimits limits;
  limits.bytes = 3000;
  const auto plans = plan_pages(site_of(many_initiatives(20)), limits);
  CHECK(addresses(plans, PageKind::sitemap_part).size() > 3);
  limits.bytes = 1;
  const auto at_worst = plan_pages(site_of(many_initiatives(3)), limits);
  CHECK(addresses(at_worst, PageKind::sitemap_part).size() == 11);  // one page each
}

TEST_CASE("readers find pages, but neither data nor what stands in for a page") {
  CHECK(is_listed(PageKind::home));
  CHECK(is_listed(PageKind::statistics));
  CHECK_FALSE(is_listed(PageKind::not_found));
  CHECK_FALSE(is_listed(PageKind::embed));
  CHECK_FALSE(is_listed(PageKind::redirect));
  CHECK_FALSE(is_listed(PageKind::feed));
}

TEST_CASE("pages have a layout, data and files have none") {
  CHECK(layout_of(PageKind::home) == "home");
  CHECK(layout_of(PageKind::redirect) == "redirect");
  CHECK(layout_of(PageKind::feed).empty());
  CHECK(layout_of(PageKind::asset).empty());
}

}  // namespace lamppost::test
