#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamppost {

enum class EntryKind : std::uint8_t { file, folder, symbolic_link, special };

/// What lies in a folder under one name.
struct FolderEntry {
  std::string name;  ///< bytes as the file system has them
  EntryKind kind{};
  std::uint64_t size = 0;     ///< of a file, bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::uint64_t inode = 0;

  friend bool operator==(const FolderEntry&, const FolderEntry&) = default;
};

/// Everything in a folder, by name in byte order. Symbolic links are not followed, save where
/// `path` is one itself. Throws MachineError where the folder is missing or can't be listed.
[[nodiscard]] std::vector<FolderEntry> list_folder(const std::string& path);

[[nodiscard]] bool is_folder(const std::string& path);

/// The first bytes of a file, at most `most`. Throws MachineError where it can't be read.
[[nodiscard]] std::string read_bytes(const std::string& path, std::size_t most);

/// Whether a name can be written down: UTF-8 without control characters.
[[nodiscard]] bool is_plain_name(std::string_view name);

/// A name for people to read: bytes that are no plain text as `\xE9`.
[[nodiscard]] std::string shown_name(std::string_view name);

/// A path with one more name at its end.
[[nodiscard]] std::string below(std::string_view path, std::string_view name);

}  // namespace lamppost
