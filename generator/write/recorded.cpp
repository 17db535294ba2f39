#include "write/recorded.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

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

std::optional<KnownFile> Published::find(std::string_view path) const {
  const std::optional<std::size_t> number = manifest.number_of(path);
  if (!number) return std::nullopt;
  return KnownFile{manifest[*number].record, stands.at(*number) != 0};
}

void look_at(Published& published, const OutputPlace& place, std::size_t begin, std::size_t end) {
  const Descriptor output = open_folder_if_there(place.output);
  for (std::size_t i = begin; i < end; ++i) {
    const ManifestEntry entry = published.manifest[i];
    const bool stands = is_as_recorded(state_below(output, entry.path.data()), entry.record);
    published.stands[i] = static_cast<char>(stands);
  }
}

Published looked_at(Manifest manifest, const OutputPlace& place) {
  const std::size_t count = manifest.size();
  Published published{std::move(manifest), std::vector<char>(count)};
  look_at(published, place, 0, count);
  return published;
}

bool is_whole(const Published& published) {
  for (std::size_t i = 0; i < published.stands.size(); ++i) {
    if (published.stands[i] == 0 || published.manifest[i].record.key == no_hash) return false;
  }
  return !published.stands.empty();
}

}  // namespace lamppost
