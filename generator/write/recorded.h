#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "write/descriptor.h"
#include "write/manifest.h"
#include "write/place.h"

namespace lamppost {

/// What the file system says of a regular file.
struct FileState {
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch

  friend bool operator==(const FileState&, const FileState&) = default;
};

/// The state of an open file. `shown` names it in a MachineError.
[[nodiscard]] FileState state_of(const Descriptor& file, const std::string& shown);

/// The state of a regular file at a path below an open folder; nothing where there is none. One
/// system call and no allocation: it is asked for every file of a site.
[[nodiscard]] std::optional<FileState> state_below(const Descriptor& folder, const char* path);

/// Whether a file is as it was when it was recorded.
[[nodiscard]] bool is_as_recorded(const std::optional<FileState>& state, const FileRecord& record);

/// A file that the last run published.
struct KnownFile {
  FileRecord record;
  bool stands = false;  ///< lay in the output folder as recorded when this run looked

  /// Whether it need not be made: it was made from the same, which is known, and is as it was.
  [[nodiscard]] bool is_current(const Hash128& key) const {
    return stands && key != no_hash && record.key == key;
  }
};

/// What the last run published, and which of it stands.
struct Published {
  Manifest manifest;
  std::vector<char> stands;  ///< by an entry's number; no bits, as threads each note a part

  /// Nothing where the file is not lamppost's.
  [[nodiscard]] std::optional<KnownFile> find(std::string_view path) const;
};

/// Looks which of the entries from `begin` to before `end` stand: one system call each. Several
/// threads may each look at a part.
void look_at(Published& published, const OutputPlace& place, std::size_t begin, std::size_t end);

/// All that a manifest has.
[[nodiscard]] Published looked_at(Manifest manifest, const OutputPlace& place);

/// Whether all of it stands, each made from what is known. Of nothing at all nothing is known:
/// false.
[[nodiscard]] bool is_whole(const Published& published);

}  // namespace lamppost
