#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <utility>

#include "diagnostics/machine_error.h"
#include "model/content_hash.h"
#include "read/folder.h"
#include "read/walk.h"
#include "serve/tree_watch.h"

namespace lamppost {
namespace {

/// Looking takes at most this part of the time.
constexpr int part_of_time = 5;

void add(std::string& picture, std::string_view name, const struct stat& status) {
  picture.append(name).push_back('\0');
  const auto number = [&](std::uint64_t value) {
    picture.append(std::to_string(value)).push_back(' ');
  };
  number(status.st_mode);
  number(status.st_ino);
  if (S_ISDIR(status.st_mode)) return;  // its time tells of hidden files too
  number(static_cast<std::uint64_t>(status.st_size));
  number(static_cast<std::uint64_t>(status.st_mtim.tv_sec));
  number(static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
}

void add_folder(std::string& picture, const std::string& folder) {
  std::vector<FolderEntry> entries;
  try {
    entries = list_folder(folder);
  } catch (const MachineError& error) {
    picture += error.what();  // that it is missing, or can't be listed, is what there is to see
    return;
  }
  for (const FolderEntry& entry : entries) {
    if (is_passed_over(entry.name)) continue;
    const std::string path = below(folder, entry.name);
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0) continue;
    add(picture, path, status);
    if (S_ISDIR(status.st_mode)) add_folder(picture, path);
  }
}

Hash128 picture_of_folders(const Watched& watched) {
  std::string picture;
  for (const std::string& folder : watched.folders) add_folder(picture, folder);
  return hash128(picture);
}

Hash128 picture_of_file(const Watched& watched) {
  std::string picture;
  struct stat status = {};
  if (!watched.file.empty() && ::stat(watched.file.c_str(), &status) == 0) {
    add(picture, watched.file, status);
  }
  return hash128(picture);
}

class PollingWatch : public TreeWatch {
 public:
  PollingWatch(const Watched& watched, std::chrono::milliseconds pause)
      : watched_(watched),
        shortest_pause_(pause),
        pause_(pause),
        folders_(picture_of_folders(watched)),
        file_(picture_of_file(watched)) {}

  Seen wait(std::chrono::milliseconds most, int stop) override {
    const bool is_patient = most.count() < 0;
    auto left = most;
    while (true) {
      const auto now = is_patient ? pause_ : std::min(pause_, left);
      ::pollfd source = {stop, POLLIN, 0};
      if (::poll(&source, 1, static_cast<int>(now.count())) < 0 && errno != EINTR) {
        throw WatchFailure(std::generic_category().message(errno));
      }
      if (source.revents != 0) return Seen::stop;
      left -= now;
      const Seen seen = look();
      if (seen != Seen::nothing || (!is_patient && left.count() <= 0)) return seen;
    }
  }

 private:
  Seen look() {
    const auto begin = std::chrono::steady_clock::now();
    const Hash128 folders = std::exchange(folders_, picture_of_folders(watched_));
    const Hash128 file = std::exchange(file_, picture_of_file(watched_));
    const auto taken = std::chrono::steady_clock::now() - begin;
    pause_ = std::max(shortest_pause_,
                      std::chrono::ceil<std::chrono::milliseconds>(taken * part_of_time));
    if (folders != folders_) return Seen::folders;
    return file != file_ ? Seen::file : Seen::nothing;
  }

  Watched watched_;
  std::chrono::milliseconds shortest_pause_;
  std::chrono::milliseconds pause_;
  Hash128 folders_;
  Hash128 file_;
};

}  // namespace

std::unique_ptr<TreeWatch> polling_watch(const Watched& watched, std::chrono::milliseconds pause) {
  return std::make_unique<PollingWatch>(watched, pause);
}

}  // namespace lamppost
