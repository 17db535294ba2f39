#include "view/sample_site.h"

#include <algorithm>
#include <map>

#include "model/page_plan.h"
#include "model/resolve.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// The languages of a sample's editions, in their order.
std::string languages_of_sample(const std::string& main, const std::vector<std::string>& others) {
  Settings settings;
  settings.default_language = main;
  settings.languages = {{main, "", "", ""}};
  for (const std::string& code : others) settings.languages.push_back({code, "", "", ""});
  std::string languages;
  for (const Edition& edition : sample_site(site_of({ParsedFile{settings, {}}})).editions) {
    languages += edition.language.code() + ' ';
  }
  return languages;
}

}  // namespace

TEST_CASE("a sample speaks the site's languages, and a second one where the site has but one") {
  CHECK(languages_of_sample("en", {}) == "en fr ");
  CHECK(languages_of_sample("fr", {}) == "fr en ");
  CHECK(languages_of_sample("de", {}) == "de fr ");
  CHECK(languages_of_sample("ar", {"en", "de"}) == "ar en de ");
}

TEST_CASE("a sample has a page of every kind, and every kind of list goes over several") {
  const Site sample = sample_site(site_of({settings().per_page(100)}));
  std::map<PageKind, std::uint32_t> most_pages;
  for (const PagePlan& plan : plan_pages(sample)) {
    std::uint32_t& most = most_pages[plan.kind];
    most = std::max(most, plan.page_count);
  }
  for (const PageKind kind :
       {PageKind::home, PageKind::cluster, PageKind::topic, PageKind::country}) {
    INFO(layout_of(kind));
    CHECK(most_pages[kind] > 1);
  }
  for (const PageKind kind : {PageKind::initiative, PageKind::free_page, PageKind::not_found,
                              PageKind::redirect, PageKind::asset}) {
    INFO(layout_of(kind));
    CHECK(most_pages.contains(kind));
  }
}

TEST_CASE("in a sample some pages are translated and some are not, and none is out of place") {
  const Site sample = sample_site(site_of({settings().language("ar")}));
  CHECK(sample.misfits.empty());
  CHECK(local_initiative(sample, "first", 1).language == "ar");
  CHECK(local_initiative(sample, "second", 1).language == "en");
  const auto& clusters = sample.editions[1].clusters;
  REQUIRE(clusters.size() == 2);
  CHECK(clusters[0].language == "ar");
  CHECK(clusters[1].language == "en");
}

TEST_CASE("what a sample's pages name is there: clusters, neighbours, pictures, files") {
  const Site sample = sample_site(site_of({}));
  const LocalInitiative& first = local_initiative(sample, "first");
  CHECK(first.related.size() == 3);
  CHECK(first.named == 2);
  for (const LocalInitiative& local : sample.editions.front().initiatives) {
    INFO(local.initiative->origin.slug);
    CHECK(local.cluster.has_value());
    CHECK(local.also_in.size() == 1);
    CHECK_FALSE(local.related.empty());
  }
  const Origin& origin = first.initiative->origin;
  CHECK(find_beside(sample, origin, first.initiative->image.value().src.value) != nullptr);
  CHECK(find_beside(sample, origin, first.initiative->documents.entries.back().file.value) !=
        nullptr);
}

TEST_CASE("a sample has the site's address but none of its pages, and a few of its own") {
  const Site sample =
      sample_site(site_of({settings().titled("Mine").base_url("https://example.eu/a/"),
                           initiative("mine"), cluster("mine"), free_page("mine")}));
  CHECK(sample.settings.base_url == "https://example.eu/a/");
  CHECK(sample.settings.title == "Mine");
  CHECK(sample.editions.front().initiatives.size() == 4);
  for (const auto& [path, page] : sample.by_source) {
    INFO(path);
    CHECK(path.find("mine") == std::string::npos);
  }
}
