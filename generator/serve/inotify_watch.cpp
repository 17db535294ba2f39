#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <map>
#include <poll.h>
#include <string_view>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>
#include <unistd.h>

#include "read/walk.h"
#include "serve/tree_watch.h"
#include "write/descriptor.h"

namespace lamppost {
namespace {

constexpr std::uint32_t changes_in_folder =
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
/// Of a folder in which only one name matters.
constexpr std::uint32_t changes_of_name =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

/// File systems on which other machines, or what a virtual machine runs in, make changes that this
/// kernel does not hear of (linux/magic.h, and two that it doesn't have).
constexpr std::array<std::uint32_t, 8> told_nothing = {
    0x6969,      // NFS
    0x517B,      // SMB
    0xFE534D42,  // SMB 2
    0xFF534D42,  // CIFS
    0x01021997,  // 9P
    0x65735546,  // FUSE
    0x786F4256,  // folders of VirtualBox
    0xBACBACBC,  // folders of VMware
};

std::string parent_of(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  const std::size_t slash = end == std::string::npos ? end : path.rfind('/', end);
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of_path(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return {};
  const std::size_t slash = path.rfind('/', end);
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(begin, end + 1 - begin);
}

std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), ::closedir);
  if (!stream) return names;                               // gone since
  while (const dirent* entry = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): its own
    const std::string name = &entry->d_name[0];
    if (is_passed_over(name)) continue;
    struct stat status = {};
    if (entry->d_type == DT_DIR ||
        (entry->d_type == DT_UNKNOWN && ::lstat(below(folder, name).c_str(), &status) == 0 &&
         S_ISDIR(status.st_mode))) {
      names.push_back(name);
    }
  }
  return names;
}

/// The watches of one moment. When folders have been moved about, all are made anew.
class Inotify {
 public:
  explicit Inotify(const Watched& watched)
      : queue_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), file_(watched.file) {
    if (!queue_.is_open()) fail(errno);
    for (const std::string& folder : watched.folders) {
      refuse_where_told_nothing(folder);
      watch_name(folder, {Seen::folders, true});
      watch_tree(folder, true);
    }
    if (!file_.empty()) watch_file();
  }

  [[nodiscard]] int queue() const { return queue_.number(); }

  /// What has come since the last call. `is_stale` becomes true where all has to be made anew.
  Seen take(bool& is_stale) {
    Seen seen = Seen::nothing;
    alignas(inotify_event) std::array<char, 64UL * 1024> bytes{};
    while (true) {
      const ::ssize_t size = ::read(queue_.number(), bytes.data(), bytes.size());
      if (size < 0 && errno == EINTR) continue;
      if (size <= 0) return seen;
      for (::ssize_t at = 0; at < size;) {
        const auto* event = reinterpret_cast<const inotify_event*>(bytes.data() + at);
        seen = std::max(seen, meaning(*event, is_stale));
        at += static_cast<::ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
  }

 private:
  /// What the coming and going of a name means.
  struct Named {
    Seen seen{};
    bool makes_stale = true;
  };

  struct Folder {
    std::string path;
    bool is_tree = false;
    std::map<std::string, Named, std::less<>> names;
  };

  [[noreturn]] static void fail(int error) {
    if (error == ENOSPC) {
      throw WatchFailure(
          "there are more folders than the system watches for one user "
          "(fs.inotify.max_user_watches)");
    }
    if (error == EMFILE) {
      throw WatchFailure(
          "other programs watch already as much as the system allows "
          "(fs.inotify.max_user_instances)");
    }
    throw WatchFailure(std::generic_category().message(error));
  }

  static void refuse_where_told_nothing(const std::string& folder) {
    struct statfs status = {};
    if (::statfs(folder.c_str(), &status) != 0) return;
    const auto type = static_cast<std::uint32_t>(status.f_type);
    if (std::find(told_nothing.begin(), told_nothing.end(), type) != told_nothing.end()) {
      throw WatchFailure(folder + " lies on a network or shared drive");
    }
  }

  /// Null where there is no such folder (any more).
  Folder* watch(const std::string& path, std::uint32_t changes) {
    const int number =
        ::inotify_add_watch(queue_.number(), path.c_str(), changes | IN_MASK_ADD | IN_ONLYDIR);
    if (number < 0) {
      if (errno == ENOSPC || errno == ENOMEM) fail(errno);
      return nullptr;  // missing, or not to be read: the build says so
    }
    Folder& folder = folders_[number];
    folder.path = path;
    return &folder;
  }

  void watch_file() { watch_name(file_, {Seen::file, false}); }

  void watch_tree(const std::string& path, bool is_root) {
    Folder* const folder = watch(path, changes_in_folder | (is_root ? 0U : IN_DONT_FOLLOW));
    if (folder == nullptr) return;
    folder->is_tree = true;
    // Only now: what is made meanwhile is either found here or told.
    for (const std::string& name : folders_in(path)) watch_tree(below(path, name), false);
  }

  /// Watches for a folder or file to come or go; where the folder it lies in is missing, for that.
  void watch_name(const std::string& path, const Named& named) {
    const std::string name = name_of_path(path);
    if (name.empty() || name == "." || name == "..") return;
    const std::string parent = parent_of(path);
    if (Folder* const folder = watch(parent, changes_of_name)) {
      folder->names.emplace(name, named);
    } else if (parent != path) {
      watch_name(parent, {named.seen, true});
    }
  }

  Seen meaning(const inotify_event& event, bool& is_stale) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      is_stale = true;
      return Seen::folders;
    }
    const auto found = folders_.find(event.wd);
    if (found == folders_.end()) return Seen::nothing;
    if ((event.mask & IN_IGNORED) != 0) {  // the folder is gone
      folders_.erase(found);
      return Seen::nothing;
    }
    const std::string_view name = event.len > 0 ? &event.name[0] : "";
    const Folder& folder = found->second;
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {  // other names have to be watched
      is_stale = true;
      return folder.names.empty() ? Seen::folders : folder.names.begin()->second.seen;
    }
    if (const auto named = folder.names.find(name); named != folder.names.end()) {
      return meaning_of_name(named->second, is_stale);
    }
    return folder.is_tree ? meaning_in_tree(event, std::string(name), folder.path, is_stale)
                          : Seen::nothing;
  }

  Seen meaning_of_name(const Named named, bool& is_stale) {
    if (named.makes_stale && named.seen == Seen::file) {
      watch_file();  // the folder for it is there; all else is watched as before
    } else {
      is_stale = is_stale || named.makes_stale;
    }
    return named.seen;
  }

  Seen meaning_in_tree(const inotify_event& event, const std::string& name,
                       const std::string& folder, bool& is_stale) {
    if (name.empty()) return Seen::folders;  // the folder's own mode
    if (is_passed_over(name)) return Seen::nothing;
    const bool is_folder = (event.mask & IN_ISDIR) != 0;
    if (is_folder && (event.mask & IN_MOVED_FROM) != 0) is_stale = true;
    if (is_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
      watch_tree(below(folder, name), false);
    }
    const bool is_unfinished = !is_folder && (event.mask & (IN_CREATE | IN_MODIFY)) != 0;
    return is_unfinished ? Seen::unfinished : Seen::folders;
  }

  Descriptor queue_;
  std::string file_;
  std::map<int, Folder> folders_;
};

class InotifyWatch : public TreeWatch {
 public:
  explicit InotifyWatch(const Watched& watched)
      : watched_(watched), inotify_(std::make_unique<Inotify>(watched)) {}

  Seen wait(std::chrono::milliseconds most, int stop) override {
    const auto end = std::chrono::steady_clock::now() + most;
    while (true) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
      const int patience =
          most.count() < 0 ? -1 : static_cast<int>(std::max<long>(0, left.count()));
      std::array<::pollfd, 2> sources = {{{stop, POLLIN, 0}, {inotify_->queue(), POLLIN, 0}}};
      if (::poll(sources.data(), sources.size(), patience) < 0 && errno != EINTR) {
        throw WatchFailure(std::generic_category().message(errno));
      }
      if (sources[0].revents != 0) return Seen::stop;
      const Seen seen = sources[1].revents != 0 ? take() : Seen::nothing;
      if (seen != Seen::nothing || patience == 0) return seen;
    }
  }

 private:
  Seen take() {
    bool is_stale = false;
    const Seen seen = inotify_->take(is_stale);
    if (!is_stale) return seen;
    inotify_ = std::make_unique<Inotify>(watched_);
    // What happened before the new watches were there nobody has told: who looks will find it.
    return Seen::folders;
  }

  Watched watched_;
  std::unique_ptr<Inotify> inotify_;
};

}  // namespace

std::unique_ptr<TreeWatch> inotify_watch(const Watched& watched) {
  return std::make_unique<InotifyWatch>(watched);
}

}  // namespace lamppost
