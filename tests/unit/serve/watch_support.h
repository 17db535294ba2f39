#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include "serve/tree_watch.h"

namespace lamppost::test {

/// A descriptor to stop at.
class StopAt {
 public:
  StopAt() : number_(::eventfd(0, EFD_CLOEXEC)) {}
  ~StopAt() { ::close(number_); }
  StopAt(const StopAt&) = delete;
  StopAt& operator=(const StopAt&) = delete;
  StopAt(StopAt&&) = delete;
  StopAt& operator=(StopAt&&) = delete;

  [[nodiscard]] int number() const { return number_; }
  void stop() const { ::eventfd_write(number_, 1); }

 private:
  int number_;
};

inline constexpr std::chrono::milliseconds long_enough{20000};
inline constexpr std::chrono::milliseconds a_moment{60};

/// What a watch sees until it has been quiet for a moment; waits for the first.
inline Seen all_seen(TreeWatch& watch, const StopAt& stop) {
  Seen all = watch.wait(long_enough, stop.number());
  for (Seen last = all; last != Seen::nothing && last != Seen::stop;) {
    last = watch.wait(a_moment, stop.number());
    all = std::max(all, last);
  }
  return all;
}

}  // namespace lamppost::test
