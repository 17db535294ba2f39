#include "read/built_site.h"

#include <algorithm>

#include "model/language.h"
#include "read/folder.h"

namespace lamppost {
namespace {

constexpr auto catalogue_name = "catalogue.json";

BuiltCatalogue catalogue_at(std::string file) {
  std::string bytes = read_bytes(file, largest_catalogue + 1);
  return {std::move(file), std::move(bytes)};
}

bool has_catalogue(const std::vector<FolderEntry>& entries) {
  return std::ranges::any_of(entries, [](const FolderEntry& entry) {
    return entry.kind == EntryKind::file && entry.name == catalogue_name;
  });
}

}  // namespace

std::vector<BuiltCatalogue> read_built_site(const std::string& path) {
  if (!is_folder(path)) return {catalogue_at(path)};
  std::vector<BuiltCatalogue> catalogues;
  const std::vector<FolderEntry> entries = list_folder(path);
  if (!has_catalogue(entries)) return {};
  catalogues.push_back(catalogue_at(below(path, catalogue_name)));
  for (const FolderEntry& entry : entries) {
    if (entry.kind != EntryKind::folder || !is_language_code(entry.name)) continue;
    const std::string folder = below(path, entry.name);
    if (has_catalogue(list_folder(folder)))
      catalogues.push_back(catalogue_at(below(folder, catalogue_name)));
  }
  return catalogues;
}

}  // namespace lamppost
