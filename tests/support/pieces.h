#pragma once

#include <string>

#include "data/pieces.h"

namespace lamppost::test {

/// All that a function writes piece by piece.
template <typename Function, typename... Arguments>
std::string joined(const Function& write, const Arguments&... arguments) {
  std::string all;
  write(arguments..., [&](std::string_view piece) { all += piece; });
  return all;
}

}  // namespace lamppost::test
