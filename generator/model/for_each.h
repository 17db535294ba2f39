#pragma once

#include <cstddef>
#include <functional>

namespace lamppost {

/// Calls a function for every index below a count, in any order, perhaps on several threads;
/// returns when all are done. What it calls changes nothing but what belongs to its index. So a
/// room is quick and knows of no thread.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t index)>& call)>;

/// One after the other.
inline void for_each_in_turn(std::size_t count,
                             const std::function<void(std::size_t index)>& call) {
  for (std::size_t index = 0; index < count; ++index) call(index);
}

}  // namespace lamppost
