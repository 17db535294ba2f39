#include "write/publish.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "diagnostics/machine_error.h"
#include "write/exchange.h"
#include "write/folders.h"
#include "write/manifest.h"
#include "write/memory_files.h"

namespace lamppost {
namespace {

/// What has to happen in the output folder; each list in byte order.
struct Change {
  std::vector<std::string_view> arriving;  ///< prepared, new or changed
  std::vector<std::string_view> stale;     ///< made by an earlier run, not part of the site now

  [[nodiscard]] bool empty() const { return arriving.empty() && stale.empty(); }
};

/// Whether a path of a manifest stays below the output folder.
bool is_inside(std::string_view path) {
  return !path.empty() && path.front() != '/' && !path.starts_with("../") && path != ".." &&
         path.find("/../") == std::string_view::npos && !path.ends_with("/..");
}

std::vector<std::string_view> paths_in(const Manifest& manifest) {
  std::vector<std::string_view> paths;
  for (std::size_t i = 0; i < manifest.size(); ++i) paths.push_back(manifest[i].path);
  return paths;
}

Change change_between(const Manifest& before, const std::vector<StagedFile>& files) {
  Change change;
  std::vector<std::string_view> now;
  for (const StagedFile& file : files) {
    now.push_back(file.output_path);
    if (file.is_prepared) change.arriving.push_back(file.output_path);
  }
  std::ranges::set_difference(paths_in(before), now, std::back_inserter(change.stale));
  std::erase_if(change.stale, [](std::string_view path) { return !is_inside(path); });
  return change;
}

Manifest manifest_after(const std::vector<StagedFile>& files) {
  std::vector<ManifestEntry> entries;
  for (const StagedFile& file : files) entries.push_back({file.output_path, file.record});
  return Manifest(std::move(entries));
}

/// What holds while files are being exchanged: of those that come or go it is only known that they
/// are lamppost's. Save those that are to replace somebody's own file: as long as they may not
/// have, the next run must not take that for ours.
Manifest manifest_meanwhile(const std::vector<StagedFile>& files, const Change& change) {
  std::vector<ManifestEntry> entries;
  for (const StagedFile& file : files) {
    if (file.replaces_foreign) continue;
    entries.push_back({file.output_path, file.is_prepared ? FileRecord{} : file.record});
  }
  for (const std::string_view path : change.stale) entries.push_back({path, {}});
  return Manifest(std::move(entries));
}

/// The manifest as it was before this run. Where that fails too, the one that doubts stays, and
/// costs the next run time, no more.
void restore_manifest(const OutputPlace& place, const Manifest& before) noexcept {
  try {
    if (before.empty()) {
      ::unlink(place.manifest.c_str());
    } else {
      write_manifest(place.manifest, before);
    }
  } catch (const MachineError&) {
    return;
  }
}

std::size_t exchange_files(Exchange& exchange, const Change& change) {
  std::size_t removed = 0;
  // What has gone makes room first: a page `x` may have become a folder `x/`.
  for (const std::string_view path : change.stale)
    removed += exchange.take_out(std::string(path)) ? 1 : 0;
  exchange.bring_in(change.arriving);
  return removed;
}

/// Gives how many files were removed.
std::size_t exchange_or_undo(Exchange& exchange, const Staging& staging, const Change& change,
                             const Manifest& after) {
  try {
    const std::size_t removed = exchange_files(exchange, change);
    write_manifest(staging.place().manifest, after);
    return removed;
  } catch (...) {
    if (exchange.undo()) restore_manifest(staging.place(), staging.before().manifest);
    throw;
  }
}

/// Remembers the parts of the new site's files. That may come first: parts are believed only of a
/// file with just these bytes.
void write_parts(const Staging& staging, const std::vector<StagedFile>& files) {
  std::vector<PartedFile> now;
  for (const StagedFile& file : files) {
    if (!file.parts.empty()) {
      now.push_back({file.output_path, file.record.content_hash, file.parts});
      continue;
    }
    for (const PartedFile& parted : staging.parted()) {
      const bool is_same =
          parted.output_path == file.output_path && parted.content_hash == file.record.content_hash;
      if (is_same) now.push_back(parted);
    }
  }
  if (now != staging.parted()) replace_file(staging.place().parts, to_bytes(now));
}

/// The numbers are sorted, which are smaller than the files.
std::vector<StagedFile> sorted_by_path(std::vector<StagedFile> files) {
  std::vector<std::pair<std::string_view, std::size_t>> order;
  order.reserve(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) order.emplace_back(files[i].output_path, i);
  std::ranges::sort(order);
  std::vector<StagedFile> sorted;
  sorted.reserve(files.size());
  for (const auto& [path, i] : order) sorted.push_back(std::move(files[i]));
  return sorted;
}

}  // namespace

WriteReport commit(const Staging& staging, std::vector<StagedFile> staged) {
  const std::vector<StagedFile> files = sorted_by_path(std::move(staged));
  const OutputPlace& place = staging.place();
  const Manifest after = manifest_after(files);
  const Change change = change_between(staging.before().manifest, files);
  write_parts(staging, files);
  WriteReport report;
  report.made = change.arriving.size();
  report.kept = files.size() - report.made;
  if (!change.empty()) {
    Exchange exchange(place, staging.prepared());
    write_manifest(place.manifest, manifest_meanwhile(files, change));
    report.removed = exchange_or_undo(exchange, staging, change, after);
  } else if (after != staging.before().manifest) {
    write_manifest(place.manifest, after);
  }
  make_folders(place.output);  // an empty site still has its folder
  return report;
}

void forget(const OutputPlace& place) {
  const Manifest known = read_manifest(place.manifest);
  if (known.empty()) return;
  std::vector<ManifestEntry> entries;
  for (const std::string_view path : paths_in(known)) entries.push_back({path, {}});
  write_manifest(place.manifest, Manifest(std::move(entries)));
}

}  // namespace lamppost
