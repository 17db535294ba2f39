#include "write/recorded.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

#include "write/folders.h"

namespace lamppost {
namespace {

FileState state_in(const struct stat& status) {
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return {static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec};
}

}  // namespace

FileState state_of(const Descriptor& file, const std::string& shown) {
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) fail_with(shown, errno);
  return state_in(status);
}

std::optional<FileState> state_below(const Descriptor& folder, const char* path) {
  struct stat status = {};
  if (!folder.is_open() || ::fstatat(folder.number(), path, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
      !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return state_in(status);
}

bool is_as_recorded(const std::optional<FileState>& state, const FileRecord& record) {
  return state == FileState{record.size, record.modified};
}

bool all_as_recorded(const Manifest& manifest, const OutputPlace& place, std::size_t begin,
                     std::size_t end) {
  if (manifest.empty()) return false;
  const Descriptor output = open_folder_if_there(place.output);
  for (std::size_t i = begin; i < std::min(end, manifest.size()); ++i) {
    const ManifestEntry entry = manifest[i];
    if (entry.record.key == no_hash) return false;
    if (!is_as_recorded(state_below(output, entry.path.data()), entry.record)) return false;
  }
  return true;
}

}  // namespace lamppost
