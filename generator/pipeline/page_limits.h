#pragma once

#include <chrono>
#include <cstdint>

namespace lamppost {

/// What parsing one page may cost at most. Pages are written by people we don't know, and there are
/// short ones that would keep the Markdown parser busy for hours or fill the machine's memory.
struct PageLimits {
  std::chrono::milliseconds cpu{2000};               ///< computing time, not time that passes
  std::uint64_t memory = std::uint64_t{512} << 20U;  ///< bytes
};

}  // namespace lamppost
