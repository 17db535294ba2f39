#include "pipeline/batches.h"

#include <algorithm>
#include <cstdint>

namespace lamppost {

std::vector<Range> batches_of(std::span<const SourceEntry> entries, unsigned jobs) {
  constexpr std::size_t most_pages = 16;
  constexpr std::uint64_t most_bytes = 64UL * 1024;
  const std::size_t shares = 4UL * std::max(1U, jobs);
  const std::size_t most = std::clamp<std::size_t>(entries.size() / shares, 1, most_pages);
  std::vector<Range> batches;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    bytes += entries[i].size;
    const bool fits = i > 0 && bytes <= most_bytes && batches.back().size() < most;
    if (!fits) {
      batches.push_back({i, i});
      bytes = entries[i].size;
    }
    batches.back().end = i + 1;
  }
  return batches;
}

}  // namespace lamppost
