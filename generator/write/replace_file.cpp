#include "write/replace_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "write/descriptor.h"
#include "write/folders.h"

namespace lamppost {
namespace {

constexpr mode_t permissions = 07777;

/// The folder that the path's last name lies in; `path` becomes that name.
Descriptor open_parent(const std::string& folder, std::string& path, const std::string& shown) {
  Descriptor parent = open_folder(folder);
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/')) {
    const std::string name = path.substr(0, slash);
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
    Descriptor inner(::openat(parent.number(), name.c_str(), flags));
    if (!inner.is_open()) fail_with(shown, errno);
    parent = std::move(inner);
    path.erase(0, slash + 1);
  }
  return parent;
}

/// Makes sure that a file is what it is thought to be; gives its mode.
mode_t mode_of_unchanged(const Descriptor& file, std::string_view before,
                         const std::string& shown) {
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) fail_with(shown, errno);
  if (!S_ISREG(status.st_mode)) throw MachineError(shown, "is no plain file");
  std::string bytes(before.size() + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const std::size_t count = read_some(file, bytes.data() + size, bytes.size() - size, shown);
    if (count == 0) break;
    size += count;
  }
  if (std::string_view(bytes).substr(0, size) != before)
    throw MachineError(shown, "has changed since it was read: run the command again");
  return status.st_mode & permissions;
}

/// A new file beside another, gone again unless it takes its place.
class FileBeside {
 public:
  FileBeside(const Descriptor& folder, const std::string& name, std::string shown)
      : folder_(folder),
        // Hidden names are never content.
        name_("." + name.substr(0, longest_part) + "." + std::to_string(::getpid()) + ".new"),
        shown_(std::move(shown)),
        file_(::openat(folder.number(), name_.c_str(),
                       O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, for_its_owner)) {
    if (!file_.is_open()) fail_with(shown_, errno);
  }
  ~FileBeside() {
    if (!name_.empty()) ::unlinkat(folder_.number(), name_.c_str(), 0);
  }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;
  FileBeside(FileBeside&&) = delete;
  FileBeside& operator=(FileBeside&&) = delete;

  void write(std::string_view bytes, mode_t mode) {
    write_all(file_, bytes, shown_);
    if (::fchmod(file_.number(), mode) != 0 || ::fsync(file_.number()) != 0)
      fail_with(shown_, errno);
    if (const int error = file_.close_now(); error != 0) fail_with(shown_, error);
  }

  void take_place_of(const std::string& name) {
    if (::renameat(folder_.number(), name_.c_str(), folder_.number(), name.c_str()) != 0)
      fail_with(shown_, errno);
    name_.clear();
    ::fsync(folder_.number());  // where that fails, all is right but for a loss of power
  }

 private:
  static constexpr std::size_t longest_part = 100;  // bytes; a name may have 255

  const Descriptor& folder_;
  std::string name_;
  std::string shown_;
  Descriptor file_;
};

}  // namespace

void replace_file(const std::string& folder, const std::string& path, std::string_view before,
                  std::string_view after) {
  const std::string shown = folder + '/' + path;
  std::string name = path;
  const Descriptor parent = open_parent(folder, name, shown);
  const Descriptor old(
      ::openat(parent.number(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!old.is_open()) fail_with(shown, errno);
  const mode_t mode = mode_of_unchanged(old, before, shown);
  FileBeside file(parent, name, shown);
  file.write(after, mode);
  file.take_place_of(name);
}

}  // namespace lamppost
