#pragma once

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "diagnostics/machine_error.h"
#include "support/files_below.h"
#include "support/temporary_folder.h"
#include "write/lock.h"
#include "write/publish.h"
#include "write/recorded.h"

namespace lamppost::test {

/// A key that tells a made-up input from others.
inline Hash128 key(std::uint64_t number) { return {0, number}; }

/// A folder to publish in, time and again.
struct Publisher {
  TemporaryFolder folder;
  OutputPlace place = output_place(folder.path() + "/public");

  /// One whole run, with a key for all its files.
  WriteReport publish_artifacts(const std::vector<Artifact>& artifacts,
                                const Hash128& made_from = key(1)) const {
    const OutputLock lock(place, {});
    const Published before = published();
    const Staging staging(place, before);
    std::vector<StagedFile> staged;
    for (const Artifact& artifact : artifacts) staged.push_back(staging.stage(artifact, made_from));
    return commit(staging, std::move(staged));
  }

  WriteReport publish(const Files& files, const Hash128& made_from = key(1)) const {
    std::vector<Artifact> artifacts;
    for (const auto& [path, bytes] : files) artifacts.push_back({path, bytes, {}});
    return publish_artifacts(artifacts, made_from);
  }

  [[nodiscard]] Manifest manifest() const { return read_manifest(place.manifest); }

  /// As the next run sees it.
  [[nodiscard]] Published published() const { return looked_at(manifest(), place); }

  [[nodiscard]] std::string output(const std::string& path) const {
    return place.output + '/' + path;
  }
};

/// What a MachineError says, that a call must throw.
template <typename Call>
std::string failure_of(const Call& call) {
  try {
    call();
  } catch (const MachineError& failure) {
    return failure.what();
  }
  return "no failure";
}

/// When a file was modified, in nanoseconds; links are not followed.
inline std::int64_t modified(const std::string& path) {
  struct stat status = {};
  if (::lstat(path.c_str(), &status) != 0) return -1;
  return status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
}

/// Sets that time to an hour that is long gone, so that a rewritten file shows.
inline std::int64_t make_old(const std::string& path) {
  const timespec long_ago = {1'000'000'000, 123'456'789};
  const timespec times[] = {long_ago, long_ago};
  ::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW);
  return modified(path);
}

/// While it lives, root has only the rights of somebody to whom the folder belongs. Anybody else
/// has none to lose.
class WithoutRootsRights {
 public:
  explicit WithoutRootsRights(const std::string& folder) {
    if (::geteuid() != 0) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      give(entry.path().string());
    give(folder);
    was_root_ = ::setegid(nobody) == 0 && ::seteuid(nobody) == 0;
  }
  ~WithoutRootsRights() {
    if (was_root_ && (::seteuid(0) != 0 || ::setegid(0) != 0)) std::abort();
  }
  WithoutRootsRights(const WithoutRootsRights&) = delete;
  WithoutRootsRights& operator=(const WithoutRootsRights&) = delete;

 private:
  static constexpr unsigned nobody = 65534;

  static void give(const std::string& path) {
    if (::lchown(path.c_str(), nobody, nobody) != 0) throw std::runtime_error("can't give " + path);
  }

  bool was_root_ = false;
};

}  // namespace lamppost::test
