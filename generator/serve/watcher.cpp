#include "serve/watcher.h"

#include <algorithm>
#include <cerrno>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace lamppost {
namespace {

using std::chrono::milliseconds;

/// Nothing may happen so long before a change has come to rest, …
constexpr milliseconds quiet{8};
/// … or, where a file is being written, so long; …
constexpr milliseconds unfinished_quiet{250};
/// … but a change is told after this time, come what may.
constexpr milliseconds most_gathered{1000};

std::unique_ptr<TreeWatch> watch_by(WatchKind kind, const Watched& watched) {
  return kind == WatchKind::polling ? polling_watch(watched) : inotify_watch(watched);
}

}  // namespace

Watcher::Watcher(Watched watched, WatchKind kind, Say say)
    : Watcher(
          std::move(watched), [kind](const Watched& all) { return watch_by(kind, all); },
          std::move(say)) {}

Watcher::Watcher(Watched watched, const MakeWatch& make, Say say)
    : watched_(std::move(watched)), say_(std::move(say)), stop_(::eventfd(0, EFD_CLOEXEC)) {
  if (!stop_.is_open()) fail_with("eventfd", errno);
  try {
    watch_ = make(watched_);
  } catch (const WatchFailure& failure) {
    fall_back(failure.what());
  }
}

void Watcher::stop() noexcept { static_cast<void>(::eventfd_write(stop_.number(), 1)); }

Seen Watcher::wait() {
  Seen all = look(milliseconds(-1));
  const auto begin = std::chrono::steady_clock::now();
  Seen last = all;
  while (all != Seen::stop && last != Seen::nothing &&
         std::chrono::steady_clock::now() - begin < most_gathered) {
    last = look(last == Seen::unfinished ? unfinished_quiet : quiet);
    all = std::max(all, last);
  }
  return all == Seen::unfinished ? Seen::folders : all;
}

Seen Watcher::look(milliseconds most) {
  try {
    return watch_->wait(most, stop_.number());
  } catch (const WatchFailure& failure) {
    fall_back(failure.what());
    return Seen::folders;  // something may have been missed
  }
}

void Watcher::fall_back(const std::string& reason) {
  say_("changes are looked for again and again, which takes longer to notice them: " + reason);
  watch_ = polling_watch(watched_);
}

}  // namespace lamppost
