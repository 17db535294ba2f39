#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lamppost {

/// A file to be written below the content folder.
struct ContentFile {
  std::string path;  ///< `initiatives/humble-lamppost.md`; no part of it is `..`
  std::string text;

  friend bool operator==(const ContentFile&, const ContentFile&) = default;
};

/// The file below the content folder that has the address a page's path would have: that path
/// itself, or the same page as a bundle or not (`x.md`, `x/index.md`). Nothing where it is free.
[[nodiscard]] std::optional<std::string> file_in_place_of(const std::string& content_folder,
                                                          const std::string& path);

/// Writes files, making folders that are missing: all of them, or none where one can't be written.
/// Files that are there are replaced only if asked to; never writes through a symbolic link below
/// the content folder. Throws MachineError.
void write_content_files(const std::string& content_folder, std::span<const ContentFile> files,
                         bool replaces);

/// Creates the file with those bytes. False: there is one already. Never follows a link at its end.
/// Throws MachineError where the disk fails; then no half-written file is left.
[[nodiscard]] bool create_file(const std::string& path, std::string_view bytes);

}  // namespace lamppost
