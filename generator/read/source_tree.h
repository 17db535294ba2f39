#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/asset.h"

namespace lamppost {

/// Where things lie; paths as the user gave them, UTF-8, `/` between folders.
struct Folders {
  std::string content = "content";
  std::vector<std::string> themes = {
      "themes"};  ///< the site's own first, then those lamppost ships
  std::string output = "public";
};

/// What a file is to the site.
enum class FileRole : std::uint8_t { settings, home, cluster, initiative, free_page, theme };

/// A file to be read: what its place and name say of it.
struct SourceEntry {
  std::string file;  ///< where it lies, as shown to people: `content/initiatives/x.fr.md`
  std::string path;  ///< below its root: `initiatives/x.fr.md`; a theme's: `marketplace/theme.toml`
  FileRole role{};
  std::string slug;
  std::string language;  ///< from the name; empty: the default language
  bool is_bundle = false;
  std::uint32_t theme_root = 0;  ///< theme files: index into `Folders::themes`
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::uint64_t inode = 0;
};

/// Every file of the site, sorted by path in byte order.
struct SourceTree {
  std::vector<SourceEntry> entries;  ///< to be parsed (content) or joined (themes)
  std::vector<Asset> assets;         ///< to be published as they are; pictures with their size
};

/// An entry with its bytes. A byte order mark is kept; `parse` passes over it.
struct SourceFile {
  SourceEntry entry;
  SourceText text;
};

/// Walks the content and theme folders. Never follows a symbolic link (warned about); passes over
/// names that begin with `.`, `README.md`, and editors' leftovers (`~`, `.swp`, `.orig`). A name
/// that is no slug, a file where none belongs and a file type that could carry a program into the
/// site are diagnostics. Throws MachineError where the content folder is missing or can't be
/// listed. A missing theme folder is none.
[[nodiscard]] SourceTree find_sources(const Folders& folders, Diagnostics& diagnostics);

/// The slugs of the clusters that exist; none where there is no content yet. What is wrong in other
/// files is not told. Throws MachineError.
[[nodiscard]] std::vector<std::string> cluster_slugs(const Folders& folders);

/// Reads one file. A page larger than 1 MiB is a diagnostic (`too-large`) and comes back empty.
/// Throws MachineError where it can't be read.
[[nodiscard]] SourceFile read_file(const SourceEntry& entry, Diagnostics& diagnostics);

}  // namespace lamppost
