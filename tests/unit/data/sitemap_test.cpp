#include "data/sitemap.h"

#include <algorithm>

#include "support/builders.h"
#include "support/catch.h"
#include "support/contains.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// The sitemap at that address, of a site planned with those limits.
std::string sitemap_at(const Site& site, const std::string& address,
                       const SitemapLimits& limits = {}) {
  const std::vector<PagePlan> plans = plan_pages(site, limits);
  const auto plan = std::ranges::find(plans, address, &PagePlan::address);
  REQUIRE(plan != plans.end());
  return sitemap(site, *plan, plans);
}

/// Its addresses in order, without the base.
std::vector<std::string> listed(const std::string& xml) {
  std::vector<std::string> urls;
  const std::string opening = "<loc>http://localhost";
  for (auto at = xml.find(opening); at != std::string::npos; at = xml.find(opening, at + 1)) {
    const auto begin = at + opening.size();
    urls.push_back(xml.substr(begin, xml.find('<', begin) - begin));
  }
  return urls;
}

using Urls = std::vector<std::string>;

}  // namespace

TEST_CASE("a sitemap lists pages, not redirects, data or the page for what is not found") {
  const Site site =
      site_of({cluster("c"), free_page("about"),
               initiative("a").in("c").topics({"T"}).countries({"FR"}).aliases({"/old/"})});
  CHECK(listed(sitemap_at(site, "/sitemap.xml")) ==
        Urls{"/", "/clusters/c/", "/initiatives/a/", "/topics/t/", "/countries/fr/", "/about/"});
}

TEST_CASE("a sitemap in one language is plain") {
  const Site site = site_of({settings().base_url("https://example.eu/a&b/"), cluster("c"),
                             initiative("a").in("c").updated("2026-03-01")});
  CHECK(sitemap_at(site, "/sitemap.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<url>\n<loc>https://example.eu/a&amp;b/</loc>\n</url>\n"
        "<url>\n<loc>https://example.eu/a&amp;b/clusters/c/</loc>\n</url>\n"
        "<url>\n<loc>https://example.eu/a&amp;b/initiatives/a/</loc>\n"
        "<lastmod>2026-03-01</lastmod>\n</url>\n"
        "</urlset>\n");
}

TEST_CASE("translations name each other and the default, and what is not translated stands once") {
  const Site site =
      site_of({settings().language("fr"), home().saying("x"),
               home().in_language("fr").titled("Accueil"), cluster("c"), initiative("a").in("c"),
               initiative("b").in("c"), initiative("a").in("c").in_language("fr").titled("A")});
  const std::string xml = sitemap_at(site, "/sitemap.xml");
  CHECK(listed(xml) == Urls{"/", "/clusters/c/", "/initiatives/a/", "/initiatives/b/", "/fr/",
                            "/fr/initiatives/a/"});
  CHECK(contains(xml,
                 "<url>\n<loc>http://localhost/fr/initiatives/a/</loc>\n"
                 "<xhtml:link rel=\"alternate\" hreflang=\"en\" "
                 "href=\"http://localhost/initiatives/a/\"/>\n"
                 "<xhtml:link rel=\"alternate\" hreflang=\"fr\" "
                 "href=\"http://localhost/fr/initiatives/a/\"/>\n"
                 "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" "
                 "href=\"http://localhost/initiatives/a/\"/>\n</url>\n"));
  CHECK(contains(xml, "<url>\n<loc>http://localhost/initiatives/b/</loc>\n</url>\n"));
}

TEST_CASE("further pages of a list are listed") {
  const Site site = site_of(
      {settings().per_page(1), cluster("c"), initiative("a").in("c"), initiative("b").in("c")});
  const Urls urls = listed(sitemap_at(site, "/sitemap.xml"));
  CHECK(std::ranges::find(urls, "/clusters/c/page/2/") != urls.end());
}

TEST_CASE("a split sitemap is an index, and its parts hold each page once") {
  const Site site = site_of({cluster("c"), initiative("a").in("c"), initiative("b").in("c"),
                             initiative("d").in("c"), initiative("e").in("c")});
  const Urls whole = listed(sitemap_at(site, "/sitemap.xml"));
  const SitemapLimits limits{4, 50'000'000};
  const std::string index = sitemap_at(site, "/sitemap.xml", limits);
  CHECK(contains(index, "<sitemapindex"));
  CHECK(listed(index) == Urls{"/sitemap-1.xml", "/sitemap-2.xml"});
  Urls parts = listed(sitemap_at(site, "/sitemap-1.xml", limits));
  CHECK(parts.size() == 3);
  const Urls second = listed(sitemap_at(site, "/sitemap-2.xml", limits));
  parts.insert(parts.end(), second.begin(), second.end());
  CHECK(parts == whole);
}

TEST_CASE("no part is empty where most pages are not translated") {
  const Site site = site_of({settings().language("fr"), cluster("c"), initiative("a").in("c"),
                             initiative("b").in("c"), initiative("d").in("c")});
  const SitemapLimits limits{5, 50'000'000};
  CHECK_FALSE(listed(sitemap_at(site, "/sitemap-1.xml", limits)).empty());
  CHECK_FALSE(listed(sitemap_at(site, "/sitemap-2.xml", limits)).empty());
}

TEST_CASE("robots.txt lets everyone in and names the sitemap") {
  CHECK(robots(site_of({settings().base_url("https://example.eu/a/")})) ==
        "User-agent: *\nAllow: /\n\nSitemap: https://example.eu/a/sitemap.xml\n");
}
