#include "pipeline/batches.h"

#include <cstdint>
#include <vector>

#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<SourceEntry> entries_of(const std::vector<std::uint64_t>& sizes) {
  std::vector<SourceEntry> entries(sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) entries[i].size = sizes[i];
  return entries;
}

std::vector<std::size_t> batch_sizes(const std::vector<std::uint64_t>& sizes, unsigned jobs) {
  std::vector<std::size_t> result;
  std::size_t next = 0;
  for (const Range& range : batches_of(entries_of(sizes), jobs)) {
    CHECK(range.begin == next);
    next = range.end;
    result.push_back(range.size());
  }
  CHECK(next == sizes.size());
  return result;
}

using Sizes = std::vector<std::size_t>;
using Bytes = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("pages go in batches that leave some for every thread and are not large") {
  CHECK(batch_sizes({}, 2).empty());
  CHECK(batch_sizes(Bytes(3, 10), 2) == Sizes{1, 1, 1});
  CHECK(batch_sizes(Bytes(40, 10), 2) == Sizes(8, 5));
  CHECK(batch_sizes(Bytes(1600, 10), 2) == Sizes(100, 16));
  CHECK(batch_sizes(Bytes(1600, 10), 0) == Sizes(100, 16));
  CHECK(batch_sizes(Bytes(100, 30000), 1) == Sizes(50, 2));
  CHECK(batch_sizes(Bytes(100, 1000000), 1) == Sizes(100, 1));
}

}  // namespace lamppost::test
