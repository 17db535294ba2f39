#include "read/content_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostics/suggest.h"
#include "model/slug.h"
#include "read/file_types.h"
#include "read/page_name.h"

namespace lamppost {
namespace {

struct Section {
  std::string folder;
  FileRole role;
};

const std::array<Section, 3>& sections() {
  static const std::array<Section, 3> all = {{{"clusters", FileRole::cluster},
                                              {"initiatives", FileRole::initiative},
                                              {"pages", FileRole::free_page}}};
  return all;
}

constexpr std::string_view page_ending = ".md";

bool is_page(std::string_view name) {
  return name.size() > page_ending.size() &&
         name.substr(name.size() - page_ending.size()) == page_ending;
}

std::string_view without_ending(std::string_view name) {
  return name.substr(0, name.size() - page_ending.size());
}

void bad_name(const Place& place, const std::string& name, const std::string& better, Walk& walk) {
  constexpr std::string_view rule =
      "use lower-case letters a to z, digits, and single hyphens between them";
  walk.report(Code::bad_file_name, below(place.file, name),
              "the name `" + name + "` can't become an address",
              better.empty() ? std::string(rule) : "rename it to `" + better + "`");
}

void misplaced(const Place& place, const std::string& name, std::string message, std::string help,
               Walk& walk) {
  walk.report(Code::misplaced_file, below(place.file, name), std::move(message), std::move(help));
}

/// Takes a page if its name is right; says why if not.
void find_page(const Place& place, const FolderEntry& entry, const Section& section, Walk& walk) {
  const PageName name = page_name(without_ending(entry.name));
  if (name.stem == "_index") {
    misplaced(place, entry.name, "only the home page has an `_index.md`",
              "put the text into the page it belongs to, or into `_index.md` one folder up", walk);
  } else if (!name.is_right) {
    const std::string better = name.better.empty() ? "" : name.better + std::string(page_ending);
    bad_name(place, entry.name, better, walk);
  } else {
    SourceEntry found;
    found.role = section.role;
    found.slug = name.stem;
    found.language = name.language;
    walk.add(place, entry, std::move(found));
  }
}

/// Whether a page would lie here but for its ending.
bool is_nearly_page(std::string_view name) {
  const std::string ending = ending_of(name);
  return ending == "md" || ending == "markdown" || ending == "mdown";
}

/// What to do with a page that somebody wrote with a word processor, or saved as text.
std::string help_with_page(std::string_view name) {
  const std::string ending = ending_of(name);
  const PageName page = page_name(name.substr(0, name.rfind('.')));
  const std::string& stem = page.better.empty() ? page.stem : page.better;
  const std::string right = "`" + (stem.empty() ? "name" : stem) + std::string(page_ending) + "`";
  if (ending == "txt") return "if it is a page, rename it to " + right + "; else ";
  for (const std::string_view document : {"doc", "docx", "odt", "rtf", "pages", "html", "htm"}) {
    if (ending == document)
      return "if it is a page, copy its text into a plain text file " + right + "; else ";
  }
  return {};
}

void misplaced_file(const Place& place, const FolderEntry& entry, Walk& walk) {
  if (is_nearly_page(entry.name)) {
    const std::string stem = entry.name.substr(0, entry.name.rfind('.'));
    const PageName name = page_name(stem);
    const std::string& better = name.is_right ? stem : name.better;
    return bad_name(place, entry.name, better.empty() ? "" : better + std::string(page_ending),
                    walk);
  }
  misplaced(place, entry.name, "only pages, whose names end in `.md`, lie directly in this folder",
            help_with_page(entry.name) +
                "make a folder of the page's name, put the page there as `index.md` and this file "
                "beside it",
            walk);
}

/// Where a file beside a page is published: below its page's address. Free pages have theirs at
/// the top.
std::string published_path(const std::string& path) {
  constexpr std::string_view free_pages = "pages/";
  return path.compare(0, free_pages.size(), free_pages) == 0 ? path.substr(free_pages.size())
                                                             : path;
}

/// The files that are published with a page, at any depth.
void find_assets(const Place& place, const FolderEntry& entry, Walk& walk) {
  if (entry.kind == EntryKind::folder) {
    const Place here = place.at(entry.name);
    for (const FolderEntry& inner : walk.entries(here)) find_assets(here, inner, walk);
  } else if (is_nearly_page(entry.name)) {
    misplaced(place, entry.name, "a page's folder holds one page, `index.md`, and its translations",
              "make it a page of its own, or put its text into `index.md`", walk);
  } else if (!is_publishable(ending_of(entry.name))) {
    walk.report(Code::unsafe_file, below(place.file, entry.name),
                "files of this type are not published beside a page",
                "these are: " + publishable_endings());
  } else {
    walk.add_asset(place, entry, published_path(below(place.path, entry.name)));
  }
}

/// A page's own folder: `index.md`, its translations, and what is published with them.
void find_bundle(const Place& place, const std::string& slug, const Section& section, Walk& walk) {
  const std::vector<FolderEntry> entries = walk.entries(place);
  const auto index_language = [](const FolderEntry& entry) -> std::optional<std::string> {
    if (entry.kind != EntryKind::file || !is_page(entry.name)) return std::nullopt;
    const PageName name = page_name(without_ending(entry.name));
    return name.is_right && name.stem == "index" ? std::optional(name.language) : std::nullopt;
  };
  if (std::none_of(entries.begin(), entries.end(),
                   [&](const FolderEntry& entry) { return index_language(entry).has_value(); })) {
    return walk.report(Code::misplaced_file, place.file, "this folder has no `index.md`",
                       "put the page there, or remove the folder");
  }
  for (const FolderEntry& entry : entries) {
    const auto language = index_language(entry);
    if (!language) {
      find_assets(place, entry, walk);
      continue;
    }
    SourceEntry found;
    found.role = section.role;
    found.slug = slug;
    found.language = *language;
    found.is_bundle = true;
    walk.add(place, entry, std::move(found));
  }
}

void find_section(const Place& place, const Section& section, Walk& walk) {
  for (const FolderEntry& entry : walk.entries(place)) {
    if (entry.kind == EntryKind::folder) {
      if (!is_slug(entry.name)) {
        bad_name(place, entry.name, slug_from(entry.name), walk);
      } else {
        find_bundle(place.at(entry.name), entry.name, section, walk);
      }
    } else if (is_page(entry.name)) {
      find_page(place, entry, section, walk);
    } else {
      misplaced_file(place, entry, walk);
    }
  }
}

void find_folder(const Place& root, const std::string& name, Walk& walk) {
  std::vector<std::string> names;
  for (const Section& section : sections()) {
    if (section.folder == name) return find_section(root.at(name), section, walk);
    names.push_back(section.folder);
  }
  const auto meant = nearest(name, names);
  misplaced(root, name, "no part of the site is in a folder of this name",
            meant ? "did you mean `" + *meant + "`?" : "the folders are " + one_of(names), walk);
}

/// A file directly in the content folder.
void find_file(const Place& root, const FolderEntry& entry, Walk& walk) {
  SourceEntry found;
  if (entry.name == "site.toml") {
    found.role = FileRole::settings;
    return walk.add(root, entry, std::move(found));
  }
  if (is_page(entry.name)) {
    const PageName name = page_name(without_ending(entry.name));
    if (name.stem == "_index" && name.is_right) {
      found.role = FileRole::home;
      found.language = name.language;
      return walk.add(root, entry, std::move(found));
    }
    if (name.stem == "_index" && !name.better.empty()) {
      return bad_name(root, entry.name, name.better + std::string(page_ending), walk);
    }
  }
  misplaced(root, entry.name, "only `site.toml` and `_index.md` lie directly in the content folder",
            "a page goes into `initiatives`, `clusters` or `pages`; other files lie beside a "
            "page",
            walk);
}

}  // namespace

void find_content(const Place& root, Walk& walk) {
  for (const FolderEntry& entry : walk.entries(root)) {
    entry.kind == EntryKind::folder ? find_folder(root, entry.name, walk)
                                    : find_file(root, entry, walk);
  }
}

}  // namespace lamppost
