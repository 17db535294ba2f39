#include "assemble/assemble.h"

#include <algorithm>
#include <utility>

#include "assemble/edition.h"
#include "assemble/published_assets.h"
#include "model/page_groups.h"
#include "model/resolve.h"

namespace lamppost {
namespace {

/// The parsed files by what they are.
struct Written {
  Settings settings;
  std::vector<WrittenPage<Initiative>> initiatives;
  std::vector<WrittenPage<Cluster>> clusters;
  std::vector<WrittenPage<FreePage>> free_pages;
  std::vector<WrittenPage<FreePage>> home;
};

Written sorted_by_kind(std::vector<ParsedFile> files) {
  Written written;
  written.initiatives.reserve(files.size());
  for (ParsedFile& file : files) {
    if (auto* settings = std::get_if<Boxed<Settings>>(&file.noun)) {
      written.settings = std::move(**settings);
    } else if (auto* initiative = std::get_if<Boxed<Initiative>>(&file.noun)) {
      written.initiatives.push_back({std::move(*initiative), std::move(file.body)});
    } else if (auto* cluster = std::get_if<Boxed<Cluster>>(&file.noun)) {
      written.clusters.push_back({std::move(*cluster), std::move(file.body)});
    } else if (auto* page = std::get_if<Boxed<FreePage>>(&file.noun)) {
      auto& pages = (*page)->origin.slug.empty() ? written.home : written.free_pages;
      pages.push_back({std::move(*page), std::move(file.body)});
    }
  }
  return written;
}

void put_default_language_first(Settings& settings) {
  auto& languages = settings.languages;
  const auto found = std::find_if(languages.begin(), languages.end(), [&](const auto& language) {
    return language.code == settings.default_language;
  });
  if (found == languages.end()) {
    languages.insert(languages.begin(), {settings.default_language, "", "", ""});
  } else {
    std::rotate(languages.begin(), found, found + 1);
  }
}

/// Settings in which nothing is left open.
Settings completed(Settings settings, const Overrides& overrides) {
  if (overrides.base_url) settings.base_url = *overrides.base_url;
  if (!settings.base_url.ends_with('/')) settings.base_url += '/';
  settings.initiatives_per_page = std::max<std::size_t>(settings.initiatives_per_page, 1);
  put_default_language_first(settings);
  for (LanguageSettings& language : settings.languages) {
    if (language.name.empty()) language.name = Language(language.code).language_name(language.code);
    if (language.title.empty()) language.title = settings.title;
    if (language.description.empty()) language.description = settings.description;
  }
  return settings;
}

PageGroups grouped(Written written, bool drafts, Site& site) {
  const std::size_t count = written.initiatives.size() + written.clusters.size() +
                            written.free_pages.size() + written.home.size();
  site.by_source.reserve(count);
  site.bodies.reserve(count + 1);  // the empty one too
  using Kind = PageRef::Kind;
  PageGroups pages;
  pages.initiatives = group_pages(std::move(written.initiatives), Kind::initiative, drafts, site);
  pages.clusters = group_pages(std::move(written.clusters), Kind::cluster, drafts, site);
  pages.free_pages = group_pages(std::move(written.free_pages), Kind::free_page, drafts, site);
  pages.home = group_pages(std::move(written.home), Kind::home, drafts, site);
  std::sort(site.misfits.begin(), site.misfits.end(),
            [](const Misfit& a, const Misfit& b) { return a.origin.path < b.origin.path; });
  return pages;
}

}  // namespace

Site assemble(std::vector<ParsedFile> files, const Overrides& overrides, const ForEach& for_each) {
  Site site;
  Written written = sorted_by_kind(std::move(files));
  site.settings = completed(std::move(written.settings), overrides);
  const Catalogue catalogue =
      make_catalogue(grouped(std::move(written), overrides.drafts, site), for_each);
  site.bodies.emplace_back();  // the empty one, for a home page without a file
  site.anchor_order.resize(site.bodies.size());
  for_each(site.bodies.size(),
           [&](std::size_t id) { site.anchor_order[id] = order_of_anchors(site.bodies[id]); });
  for (std::size_t language = 0; language < site.settings.languages.size(); ++language) {
    site.editions.push_back(make_edition(catalogue, site, language, for_each));
  }
  return site;
}

void add_theme(Site& site, Theme theme, std::vector<Asset> assets) {
  site.theme = std::move(theme);
  site.assets = published_assets(site, std::move(assets));
  for (std::uint32_t i = 0; i < site.assets.size(); ++i) {
    site.asset_by_path.emplace(site.assets[i].path, i);
  }
}

}  // namespace lamppost
