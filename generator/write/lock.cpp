#include "write/lock.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "write/folders.h"
#include "write/manifest.h"

namespace lamppost {
namespace {

constexpr int step = 10;       // milliseconds
constexpr int patience = 200;  // milliseconds

Descriptor make_or_open(const OutputPlace& place) {
  make_folders(place.memory);
  constexpr mode_t all_that_umask_leaves = 0666;
  Descriptor file(
      ::open(place.lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, all_that_umask_leaves));
  if (!file.is_open()) fail_with(place.lock, errno);
  return file;
}

/// A run that ends meanwhile may remove the folders under our feet: then it is tried again.
Descriptor open_lock_file(const OutputPlace& place) {
  constexpr int most_tries = 20;
  for (int tries = 1; tries < most_tries; ++tries) {
    try {
      return make_or_open(place);
    } catch (const MachineError&) {
      continue;
    }
  }
  return make_or_open(place);
}

/// Whether the lock was there to be had. `how` is 0, or LOCK_NB not to wait for it.
bool take(const Descriptor& file, int how, const std::string& shown) {
  while (::flock(file.number(), LOCK_EX | how) != 0) {
    if (errno == EWOULDBLOCK) return false;
    if (errno != EINTR) fail_with(shown, errno);
  }
  return true;
}

bool take_soon(const Descriptor& file, const std::string& shown) {
  for (int waited = 0; waited < patience; waited += step) {
    if (take(file, LOCK_NB, shown)) return true;
    ::poll(nullptr, 0, step);
  }
  return false;
}

/// A run that ended may have removed the file while we waited for it. The lock of a removed file
/// keeps nobody away.
bool is_still_there(const Descriptor& file, const std::string& path) {
  struct stat ours = {};
  struct stat theirs = {};
  return ::fstat(file.number(), &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

bool exists(const std::string& path) {
  struct stat status = {};
  return ::lstat(path.c_str(), &status) == 0;
}

}  // namespace

OutputLock::OutputLock(const OutputPlace& place, const std::function<void()>& on_wait)
    : place_(place) {
  bool has_said = false;
  do {
    file_ = open_lock_file(place);
    if (take_soon(file_, place.lock)) continue;
    if (on_wait && !has_said) on_wait();
    has_said = true;
    take(file_, 0, place.lock);
  } while (!is_still_there(file_, place.lock));
  remove_tree(place.staging);
  ::unlink(unfinished_manifest(place.manifest).c_str());
}

OutputLock::~OutputLock() {
  if (exists(place_.manifest)) return;
  ::unlink(place_.lock.c_str());
  ::rmdir(place_.memory.c_str());  // fails where something is in it, as it should
  ::rmdir(place_.memory.substr(0, place_.memory.rfind('/')).c_str());
}

}  // namespace lamppost
