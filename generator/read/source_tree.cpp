#include "read/source_tree.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "read/content_files.h"
#include "read/folder.h"
#include "read/theme_files.h"

namespace lamppost {
namespace {

/// They are nearly in order as they come: where a folder has no other in it, quite.
template <typename Item>
void sort_by_path(std::vector<Item>& items) {
  const auto is_before = [](const Item& a, const Item& b) { return a.path < b.path; };
  if (std::is_sorted(items.begin(), items.end(), is_before)) return;
  std::stable_sort(items.begin(), items.end(), is_before);
}

/// A page of text is far smaller; a theme's bundled script may not be.
std::size_t largest_size(FileRole role) {
  constexpr std::size_t mebibyte = 1024UL * 1024;
  return role == FileRole::theme ? 64 * mebibyte : mebibyte;
}

}  // namespace

SourceTree find_sources(const Folders& folders, Diagnostics& diagnostics) {
  SourceTree tree;
  Walk walk(tree, diagnostics);
  find_content({folders.content, {}, 0}, walk);
  std::uint32_t number = 0;
  for (const std::string& themes : folders.themes) {
    if (is_folder(themes)) find_themes({themes, {}, 0}, number, walk);
    ++number;
  }
  // Of equal paths in two theme folders the first folder's comes first.
  sort_by_path(tree.entries);
  sort_by_path(tree.assets);
  return tree;
}

std::vector<std::string> cluster_slugs(const Folders& folders) {
  std::vector<std::string> slugs;
  if (!is_folder(folders.content)) return slugs;
  Diagnostics ignored;  // what is wrong elsewhere is for `check` to say
  for (const SourceEntry& entry : find_sources(folders, ignored).entries) {
    if (entry.role == FileRole::cluster && entry.language.empty()) slugs.push_back(entry.slug);
  }
  return slugs;
}

SourceFile read_file(const SourceEntry& entry, Diagnostics& diagnostics) {
  const std::size_t most = largest_size(entry.role);
  std::string bytes = read_bytes(entry.file, most + 1);
  if (bytes.size() > most) {
    const std::string limit = std::to_string(most / (1024UL * 1024)) + " MiB";
    diagnostics.add({Code::too_large,
                     entry.file,
                     {},
                     "this file is larger than " + limit,
                     "put pictures and data into files of their own beside the page",
                     {},
                     {},
                     false});
    bytes.clear();
  }
  return {entry, make_source_text(entry.file, std::move(bytes))};
}

}  // namespace lamppost
