#pragma once

#include <cstddef>
#include <functional>

namespace lamppost {

/// How many threads the machine can run at once; at least 1.
[[nodiscard]] unsigned default_jobs();

/// Calls `body(index, worker)` for every index below `count`, on at most `jobs` threads; `worker`
/// (below `jobs`) tells which thread calls, for state of which each thread has its own. Returns
/// when all are done. If calls throw, the exception of the lowest index is thrown again here, so
/// that what is reported does not depend on timing; calls not yet begun are then left out.
void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t index, unsigned worker)>& body);

}  // namespace lamppost
