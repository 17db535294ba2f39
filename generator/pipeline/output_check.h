#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <thread>

#include "write/place.h"
#include "write/recorded.h"

namespace lamppost {

/// Looks, on a thread of its own, which of all that the last run published still lies there as it
/// was: the sources can be found and parsed meanwhile. Whoever waits for the answer helps. Gives up
/// when it goes.
class OutputCheck {
 public:
  explicit OutputCheck(OutputPlace place);

  /// Waits until it is known. What can't be looked at does not stand.
  [[nodiscard]] const Published& published();

 private:
  void look(const std::stop_token& stop);

  OutputPlace place_;
  std::once_flag is_read_;
  Published published_;
  std::atomic<std::size_t> next_ = 0;  ///< entry that nobody has looked at yet
  std::jthread thread_;                ///< the last member: it uses the others
};

}  // namespace lamppost
