#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "read/source_tree.h"

namespace lamppost {

/// Indexes from `begin` on, below `end`.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Files that go to a worker process together, in order: few enough that every thread gets some,
/// and not much in all, unless one file is.
[[nodiscard]] std::vector<Range> batches_of(std::span<const SourceEntry> entries, unsigned jobs);

}  // namespace lamppost
