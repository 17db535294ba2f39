#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace lamppost {

/// What is watched. Names that the site's sources pass over (hidden, editors' leftovers) never
/// count as a change.
struct Watched {
  /// Folders with everything below them; they may be missing, replaced, or symbolic links
  /// themselves. Links below them are not followed.
  std::vector<std::string> folders;
  std::string file;  ///< one file that other programs replace by renaming; empty: none
};

/// What was seen, the last counting most.
enum class Seen : std::uint8_t {
  nothing,
  file,        ///< `Watched::file` was replaced
  unfinished,  ///< somebody is writing a file in a folder, and has not closed it
  folders,     ///< something in the folders is different
  stop,        ///< the descriptor to stop at is readable
};

/// A way to watch does not work here, or not any more.
class WatchFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Watches from the moment it is made. What changes between two calls is seen by the second.
class TreeWatch {
 public:
  TreeWatch() = default;
  virtual ~TreeWatch() = default;
  TreeWatch(const TreeWatch&) = delete;
  TreeWatch& operator=(const TreeWatch&) = delete;
  TreeWatch(TreeWatch&&) = delete;
  TreeWatch& operator=(TreeWatch&&) = delete;

  /// Waits until something is seen, at most that long (negative: for ever), or until the
  /// descriptor `stop` can be read. Throws WatchFailure.
  [[nodiscard]] virtual Seen wait(std::chrono::milliseconds most, int stop) = 0;
};

/// Is told of changes by the kernel (inotify). Throws WatchFailure where the kernel can't or won't:
/// too many folders, or a file system on which others make changes unseen.
[[nodiscard]] std::unique_ptr<TreeWatch> inotify_watch(const Watched& watched);

/// Looks at everything again and again, at least `pause` apart and longer where looking takes long.
[[nodiscard]] std::unique_ptr<TreeWatch> polling_watch(
    const Watched& watched, std::chrono::milliseconds pause = std::chrono::milliseconds(300));

}  // namespace lamppost
