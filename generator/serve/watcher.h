#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "serve/tree_watch.h"
#include "write/descriptor.h"

namespace lamppost {

enum class WatchKind : std::uint8_t { inotify, polling };

/// Waits for changes in whichever way works: two watchers behind one function (as in mdBook's
/// `watch.rs`). Watches from the moment it is made.
class Watcher {
 public:
  using Say = std::function<void(const std::string& words)>;
  using MakeWatch = std::function<std::unique_ptr<TreeWatch>(const Watched& watched)>;

  /// `say` is told, in plain words, when inotify fails and all is looked at again and again
  /// instead. Throws MachineError where nobody could stop it.
  Watcher(Watched watched, WatchKind kind, Say say);

  /// The same with another way than inotify that may fail.
  Watcher(Watched watched, const MakeWatch& make, Say say);

  /// Waits until something is different, or `stop`, and until it has come to rest: all files of one
  /// checkout are one change. Gives `file`, `folders` or `stop`.
  [[nodiscard]] Seen wait();

  /// Ends the wait that is going on, and all that follow. Any thread may call.
  void stop() noexcept;

 private:
  [[nodiscard]] Seen look(std::chrono::milliseconds most);
  void fall_back(const std::string& reason);

  Watched watched_;
  Say say_;
  Descriptor stop_;  ///< of the kind `eventfd`
  std::unique_ptr<TreeWatch> watch_;
};

}  // namespace lamppost
