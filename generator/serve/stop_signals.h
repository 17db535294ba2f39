#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace lamppost {

/// Takes Ctrl-C (SIGINT) and SIGTERM as the wish to end, as long as it lives. To be made before
/// other threads are, as they must not take them. The first calls `on_stop`, once and on a thread
/// of its own; a second ends the process at once, as it would any other.
class StopSignals {
 public:
  explicit StopSignals(std::function<void()> on_stop);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  StopSignals(StopSignals&&) = delete;
  StopSignals& operator=(StopSignals&&) = delete;

 private:
  ::sigset_t before_ = {};
  std::thread thread_;
};

}  // namespace lamppost
