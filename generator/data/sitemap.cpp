#include "data/sitemap.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/escape.h"
#include "model/address.h"

namespace lamppost {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The language a page's words are in; empty: the edition's own.
std::string_view language_of(const Edition& edition, const PagePlan& plan) {
  switch (plan.kind) {
    case PageKind::home:
      return edition.home.language;
    case PageKind::cluster:
      return edition.clusters.at(plan.subject).language;
    case PageKind::initiative:
      return edition.initiatives.at(plan.subject).language;
    case PageKind::free_page:
      return edition.pages.at(plan.subject).language;
    default:
      return {};
  }
}

/// Whether search engines should know of it: a page of its own, in the language it is written in.
bool is_canonical(const Site& site, const PagePlan& plan) {
  if (!is_listed(plan.kind)) return false;
  const Edition& edition = site.editions.at(plan.edition);
  const std::string_view language = language_of(edition, plan);
  return plan.edition == 0 || language.empty() || language == edition.language.code();
}

/// The canonical pages in the order planned, and by what their translations have in common.
struct Pages {
  std::vector<const PagePlan*> all;
  std::unordered_map<std::string, std::vector<const PagePlan*>>
      by_common_address;  ///< looked up only
};

std::string common_address(const Site& site, const PagePlan& plan) {
  return plan.address.substr(site.editions.at(plan.edition).prefix.size());
}

Pages canonical_pages(const Site& site, std::span<const PagePlan> plans) {
  Pages pages;
  for (const PagePlan& plan : plans) {
    if (!is_canonical(site, plan)) continue;
    pages.all.push_back(&plan);
    if (site.editions.size() > 1) {
      pages.by_common_address[common_address(site, plan)].push_back(&plan);
    }
  }
  return pages;
}

std::string url_of(const Site& site, const PagePlan& plan) {
  return escape_markup(absolute_url(site.settings.base_url, plan.address));
}

std::string alternate(std::string_view language, const std::string& url) {
  std::string xml = R"(<xhtml:link rel="alternate" hreflang=")";
  xml.append(language).append("\" href=\"").append(url).append("\"/>\n");
  return xml;
}

std::string alternates(const Site& site, const PagePlan& plan, const Pages& pages) {
  if (site.editions.size() < 2) return {};
  const auto& same = pages.by_common_address.at(common_address(site, plan));
  if (same.size() < 2) return {};
  std::string xml;
  for (const PagePlan* other : same) {
    xml += alternate(site.editions.at(other->edition).language.code(), url_of(site, *other));
  }
  // Plans go by edition, and the default language's is the first.
  return same.front()->edition == 0 ? xml + alternate("x-default", url_of(site, *same.front()))
                                    : xml;
}

/// Only what the content itself says was changed.
std::string last_change(const Site& site, const PagePlan& plan) {
  if (plan.kind != PageKind::initiative) return {};
  const Edition& edition = site.editions.at(plan.edition);
  const std::optional<Date>& updated = edition.initiatives.at(plan.subject).initiative->updated;
  return updated ? "<lastmod>" + iso_date(*updated) + "</lastmod>\n" : "";
}

std::string url_set(const Site& site, const Pages& pages, std::size_t begin, std::size_t end) {
  std::string xml(declaration);
  xml.append("<urlset xmlns=\"").append(name_space).append("\"");
  if (site.editions.size() > 1) xml += " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
  xml += ">\n";
  for (std::size_t i = begin; i < end; ++i) {
    const PagePlan& plan = *pages.all[i];
    xml += "<url>\n<loc>" + url_of(site, plan) + "</loc>\n";
    xml += last_change(site, plan) + alternates(site, plan, pages) + "</url>\n";
  }
  return xml + "</urlset>\n";
}

std::string index_of_parts(const Site& site, std::span<const PagePlan> plans) {
  std::string xml(declaration);
  xml.append("<sitemapindex xmlns=\"").append(name_space).append("\">\n");
  for (const PagePlan& plan : plans) {
    if (plan.kind != PageKind::sitemap_part) continue;
    xml += "<sitemap>\n<loc>" + url_of(site, plan) + "</loc>\n</sitemap>\n";
  }
  return xml + "</sitemapindex>\n";
}

}  // namespace

std::string sitemap(const Site& site, const PagePlan& plan, std::span<const PagePlan> plans) {
  if (plan.kind == PageKind::sitemap && plan.page_count > 1) return index_of_parts(site, plans);
  const Pages pages = canonical_pages(site, plans);
  const std::size_t total = pages.all.size();
  if (plan.kind == PageKind::sitemap) return url_set(site, pages, 0, total);
  // Shares of the listed pages only, so that no part is empty.
  const std::size_t begin = total * (plan.page_number - 1) / plan.page_count;
  return url_set(site, pages, begin, total * plan.page_number / plan.page_count);
}

std::string robots(const Site& site) {
  return "User-agent: *\nAllow: /\n\nSitemap: " +
         absolute_url(site.settings.base_url, "/sitemap.xml") + "\n";
}

}  // namespace lamppost
