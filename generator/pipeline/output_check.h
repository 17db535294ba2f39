#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "write/manifest.h"
#include "write/place.h"

namespace lamppost {

/// Looks, on a thread of its own, whether all that the last run published still lies there as it
/// was: the sources can be found meanwhile. Whoever waits for the answer helps. Gives up when it
/// goes.
class OutputCheck {
 public:
  explicit OutputCheck(OutputPlace place);

  /// Waits until it is known: how many files were published, or nothing where one is not as it was.
  [[nodiscard]] std::optional<std::size_t> files();

 private:
  void look(const std::stop_token& stop);

  OutputPlace place_;
  std::once_flag is_read_;
  Manifest manifest_;
  std::atomic<std::size_t> next_ = 0;  ///< entry that nobody has looked at yet
  std::atomic<bool> is_all_there_ = true;
  std::jthread thread_;  ///< the last member: it uses the others
};

}  // namespace lamppost
