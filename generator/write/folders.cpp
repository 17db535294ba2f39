#include "write/folders.h"

#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "diagnostics/machine_error.h"

namespace lamppost {
namespace {

constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string joined(std::string folder, const std::string& name) {
  (folder += '/') += name;
  return folder;
}

/// The names in an open folder, all read before any is removed.
std::vector<std::string> names_in(int folder, const std::string& shown) {
  // The stream closes the number it is given.
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(::dup(folder)), ::closedir);
  if (!stream) fail_with(shown, errno);
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = static_cast<const char*>(entry->d_name);
    if (name != "." && name != "..") names.push_back(name);
  }
  return names;
}

void remove_entry(int folder, const std::string& name, const std::string& shown) {
  if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT) return;
  if (errno != EISDIR) fail_with(shown, errno);
  {
    const Descriptor inner(::openat(folder, name.c_str(), folder_flags | O_NOFOLLOW));
    if (!inner.is_open()) fail_with(shown, errno);
    for (const std::string& inside : names_in(inner.number(), shown))
      remove_entry(inner.number(), inside, joined(shown, inside));
  }
  if (::unlinkat(folder, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT)
    fail_with(shown, errno);
}

/// What tells mounts apart: two of the same file system don't share files either.
std::uint64_t mount_of(const Descriptor& folder) {
  struct statx status = {};
  if (::statx(folder.number(), "", AT_EMPTY_PATH, STATX_MNT_ID, &status) != 0) return 0;
  if ((status.stx_mask & STATX_MNT_ID) != 0) return status.stx_mnt_id;
  return (std::uint64_t{status.stx_dev_major} << 32U) | status.stx_dev_minor;
}

}  // namespace

Occupant occupant_of(const Descriptor& folder, const std::string& path, const std::string& shown) {
  struct stat status = {};
  if (::fstatat(folder.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Occupant::nothing;
    fail_with(joined(shown, path), errno);
  }
  if (S_ISREG(status.st_mode)) return Occupant::file;
  return S_ISDIR(status.st_mode) ? Occupant::folder : Occupant::other;
}

Descriptor open_folder(const std::string& path) {
  Descriptor folder(::open(path.c_str(), folder_flags));
  if (!folder.is_open()) fail_with(path, errno);
  return folder;
}

Descriptor open_folder_if_there(const std::string& path) {
  struct stat status = {};
  if (::lstat(path.c_str(), &status) != 0 && errno == ENOENT) return {};
  return open_folder(path);
}

void make_folders(const std::string& path) {
  boost::system::error_code error;
  boost::filesystem::create_directories(path, error);
  // Over an existing file, create_directories reports no error in some versions of the library.
  if (!error && !boost::filesystem::is_directory(path))
    error = make_error_code(boost::system::errc::not_a_directory);
  if (error) throw MachineError(path, error.message());
}

void make_parents(const Descriptor& folder, const std::string& path, const std::string& shown) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return;
  const std::string parent = path.substr(0, slash);
  const auto make = [&] {
    constexpr mode_t all_that_umask_leaves = 0777;
    return ::mkdirat(folder.number(), parent.c_str(), all_that_umask_leaves) == 0 ||
           errno == EEXIST;
  };
  if (make()) return;
  if (errno == ENOENT) {
    make_parents(folder, parent, shown);
    if (make()) return;
  }
  fail_with(joined(shown, parent), errno);
}

void remove_tree(const std::string& path) { remove_entry(AT_FDCWD, path, path); }

bool share_file_system(const Descriptor& one, const Descriptor& other) {
  return mount_of(one) == mount_of(other);
}

}  // namespace lamppost
