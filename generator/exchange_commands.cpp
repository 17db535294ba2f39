#include "exchange_commands.h"

#include <boost/filesystem/operations.hpp>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "data/catalogue_diff.h"
#include "data/diff_report.h"
#include "data/former_catalogue.h"
#include "diagnostics/machine_error.h"
#include "diagnostics/suggest.h"
#include "exchange/export.h"
#include "exchange/import.h"
#include "read/built_site.h"
#include "read/folder.h"
#include "read/source_tree.h"
#include "scaffold/content_files.h"
#include "site_settings.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

/// The catalogues of one side of a comparison; none where they can't be read, which is told.
std::vector<FormerCatalogue> catalogues_of(const std::string& site, Diagnostics& diagnostics) {
  std::vector<FormerCatalogue> catalogues;
  for (const BuiltCatalogue& built : read_built_site(site)) {
    if (built.bytes.size() > largest_catalogue) {
      throw MachineError(built.file, "is larger than 1 GiB");
    }
    auto catalogue = former_catalogue(built.file, built.bytes, diagnostics, Detail::words);
    if (!catalogue) return {};
    catalogues.push_back(std::move(*catalogue));
  }
  return catalogues;
}

void report_lost(const CatalogueDiff& diff, const std::string& site, Diagnostics& diagnostics) {
  for (const std::string& address : diff.lost) {
    Diagnostic diagnostic =
        diagnostic_at(site, Code::lost_address, {}, in_ticks(address) + " leads nowhere any more",
                      "write " + in_ticks("aliases = [\"" + address + "\"]") +
                          " into the front matter of the page that takes its place");
    diagnostic.has_place = false;
    diagnostics.add(std::move(diagnostic));
  }
}

ImportTarget target_of(const Options& options) {
  const Folders& folders = options.run.folders;
  ImportTarget target;
  Diagnostics ignored;
  target.default_language = site_settings(folders, ignored).default_language;
  target.clusters = cluster_slugs(folders);
  target.replaces = options.force;
  target.taken_by = [&folders](const std::string& path) {
    return file_in_place_of(folders.content, path);
  };
  return target;
}

}  // namespace

std::optional<Outcome> compare_sites(const Options& options) {
  Outcome outcome;
  std::vector<std::vector<FormerCatalogue>> sides;
  for (const std::string& site : {options.before, options.after}) {
    if (!fs::exists(site)) {
      std::cerr << "lamppost: there is no " << site << '\n';
      return std::nullopt;
    }
    sides.push_back(catalogues_of(site, outcome.diagnostics));
    if (sides.back().empty() && outcome.diagnostics.empty()) {
      std::cerr << "lamppost: there is no catalogue.json in " << site
                << "; give the folder of a site that `lamppost build` has made\n";
      return std::nullopt;
    }
  }
  if (outcome.diagnostics.empty()) {
    const CatalogueDiff diff = compare_catalogues(sides[0], sides[1]);
    std::cout << told(diff, options.diff_format);
    report_lost(diff, options.after, outcome.diagnostics);
  }
  return outcome;
}

std::optional<Outcome> import_file(const Options& options) {
  if (!fs::is_regular_file(options.file)) {
    std::cerr << "lamppost: there is no file " << options.file << '\n';
    return std::nullopt;
  }
  constexpr std::size_t most = std::size_t{1} << 28U;
  std::string bytes = read_bytes(options.file, most + 1);
  if (bytes.size() > most) throw MachineError(options.file, "is larger than 256 MiB");
  const SourceText text = make_source_text(options.file, std::move(bytes));
  Outcome outcome;
  std::vector<ContentFile> files =
      import_pages(text, options.page_format, target_of(options), outcome.diagnostics);
  const bool is_whole = outcome.diagnostics.count(Severity::error) == 0;
  if (!is_whole && !options.keep_going) files.clear();
  write_content_files(options.run.folders.content, files, options.force);
  outcome.diagnostics.sort();
  if (!options.quiet) {
    std::cout << files.size() << (files.size() == 1 ? " page" : " pages") << " written\n";
  }
  return outcome;
}

std::optional<Outcome> export_pages(const Options& options) {
  Outcome outcome;
  std::vector<PageRecord> pages;
  for (const SourceEntry& entry : find_sources(options.run.folders, outcome.diagnostics).entries) {
    if (name_of(entry.role).empty()) continue;  // settings and themes are no pages
    auto page = record_of(read_file(entry, outcome.diagnostics), outcome.diagnostics);
    if (page) pages.push_back(std::move(*page));
  }
  outcome.diagnostics.sort();
  if (outcome.diagnostics.count(Severity::error) == 0) {
    std::cout << exported(pages, options.page_format);
  }
  return outcome;
}

}  // namespace lamppost
