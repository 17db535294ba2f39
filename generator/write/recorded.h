#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>

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

/// Whether of the manifest's entries from `begin` to before `end` all lie in the output folder as
/// recorded, each with a known key. Stops at the first that doesn't. Of no entries at all nothing
/// is known: false. Several threads may each ask for a part.
[[nodiscard]] bool all_as_recorded(const Manifest& manifest, const OutputPlace& place,
                                   std::size_t begin = 0,
                                   std::size_t end = std::numeric_limits<std::size_t>::max());

}  // namespace lamppost
