#include "sample_catalogue.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include "assemble/assemble.h"
#include "check/check.h"
#include "parse/content.h"
#include "parse/theme.h"
#include "view/frame_views.h"
#include "view/page_views.h"

namespace lamppost::bench {
namespace {

/// Settings of the content, and where they stand.
struct SettingsFile {
  Settings settings;
  std::string file;
};

Folders folders() {
  Folders folders;
  folders.content = LAMPPOST_BENCH_CONTENT;
  folders.themes = {LAMPPOST_THEMES};
  return folders;
}

/// Parses what is content, hands back what belongs to themes.
std::vector<SourceFile> parse_content(SampleCatalogue& catalogue, SettingsFile& settings,
                                      Diagnostics& diagnostics) {
  std::vector<SourceFile> theme_files;
  for (const SourceEntry& entry : catalogue.tree.entries) {
    SourceFile file = read_file(entry, diagnostics);
    if (entry.role == FileRole::theme) {
      theme_files.push_back(std::move(file));
      continue;
    }
    catalogue.parsed.push_back(parse_file(file, diagnostics));
    if (const auto* found = std::get_if<Boxed<Settings>>(&catalogue.parsed.back().noun)) {
      settings = {**found, entry.file};
    }
    if (entry.role == FileRole::initiative) catalogue.files.push_back(std::move(file));
  }
  return theme_files;
}

SharedViews share_views(const Site& site) {
  SharedViews shared;
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    EditionViews views = edition_views(site, edition);
    std::vector<View> cards;
    for (InitiativeId id = 0; id < site.editions[edition].initiatives.size(); ++id) {
      cards.push_back(shared_card(site, edition, id, views));
    }
    views.cards = std::move(cards);
    shared.push_back(std::move(views));
  }
  return shared;
}

SampleCatalogue make_sample() {
  SampleCatalogue sample;
  Diagnostics diagnostics;
  SettingsFile settings;
  sample.tree = find_sources(folders(), diagnostics);
  const std::vector<SourceFile> theme_files = parse_content(sample, settings, diagnostics);
  sample.theme = join_theme(theme_files, settings.settings, settings.file, diagnostics);
  sample.site = assemble(sample.parsed, {});
  add_theme(sample.site, sample.theme, sample.tree.assets);
  sample.plans = plan_pages(sample.site);
  check(sample.site, sample.plans, diagnostics);
  sample.templates = load_templates(sample.site, diagnostics);
  sample.shared = share_views(sample.site);
  if (!diagnostics.empty()) {
    // With a mistake in it something else would be measured.
    std::cerr << "the catalogue has mistakes: " << diagnostics.list().front().message << '\n';
    std::exit(EXIT_FAILURE);
  }
  return sample;
}

}  // namespace

const SampleCatalogue& sample_catalogue() {
  static const SampleCatalogue sample = make_sample();
  return sample;
}

std::vector<PagePlan> plans_of_kind(PageKind kind) {
  std::vector<PagePlan> plans;
  std::ranges::copy_if(sample_catalogue().plans, std::back_inserter(plans),
                       [&](const PagePlan& plan) { return plan.kind == kind; });
  return plans;
}

}  // namespace lamppost::bench
