#include "read/theme_files.h"

#include <utility>

#include "read/file_types.h"

namespace lamppost {
namespace {

constexpr std::string_view static_folder = "/static/";

/// Takes a file of a theme to be joined and parsed.
void add_theme_file(const Place& place, const FolderEntry& entry, std::uint32_t number,
                    Walk& walk) {
  SourceEntry found;
  found.role = FileRole::theme;
  found.theme_root = number;
  walk.add(place, entry, std::move(found));
}

/// Calls `take(place, file)` for each file in a folder of a theme, at any depth.
template <typename Take>
void for_each_file(const Place& place, Walk& walk, const Take& take) {
  for (const FolderEntry& entry : walk.entries(place)) {
    if (entry.kind == EntryKind::folder) {
      for_each_file(place.at(entry.name), walk, take);
    } else {
      take(place, entry);
    }
  }
}

/// Files of one type only: layouts and texts.
void find_typed(const Place& place, std::string_view ending, std::uint32_t number, Walk& walk) {
  for_each_file(place, walk, [&](const Place& here, const FolderEntry& entry) {
    if (ending_of(entry.name) == ending) return add_theme_file(here, entry, number, walk);
    walk.report(Code::misplaced_file, below(here.file, entry.name),
                "a theme's folder `" + place.path.substr(place.path.rfind('/') + 1) + "` holds `." +
                    std::string(ending) + "` files only",
                "rename it, or move it to the theme's folder `static` if it is to be published");
  });
}

/// Files to be published: styles and scripts under names of their own making, others as they are.
void find_static(const Place& place, std::uint32_t number, Walk& walk) {
  for_each_file(place, walk, [&](const Place& here, const FolderEntry& entry) {
    const std::string ending = ending_of(entry.name);
    if (ending == "css" || ending == "js") return add_theme_file(here, entry, number, walk);
    const std::string path = below(here.path, entry.name);
    walk.add_asset(here, entry, path.substr(path.find(static_folder) + static_folder.size()));
  });
}

void find_theme(const Place& theme, std::uint32_t number, Walk& walk) {
  for (const FolderEntry& entry : walk.entries(theme)) {
    const bool is_file = entry.kind == EntryKind::file;
    if (is_file && entry.name == "theme.toml") add_theme_file(theme, entry, number, walk);
    if (is_file) continue;
    if (entry.name == "layouts") find_typed(theme.at(entry.name), "mustache", number, walk);
    if (entry.name == "i18n") find_typed(theme.at(entry.name), "toml", number, walk);
    if (entry.name == "static") find_static(theme.at(entry.name), number, walk);
  }
}

}  // namespace

void find_themes(const Place& root, std::uint32_t number, Walk& walk) {
  for (const FolderEntry& entry : walk.entries(root)) {
    if (entry.kind == EntryKind::folder) find_theme(root.at(entry.name), number, walk);
  }
}

}  // namespace lamppost
