#pragma once

#include <string>

#include "data/pieces.h"

namespace lamppost::test {

/// All that a function writes piece by piece.
template <typename Function, typename... Arguments>
std::string joined(const Function& write, const Arguments&... arguments) {
  std::string all;
  Pieces pieces([&](std::string_view piece) { all += piece; });
  write(arguments..., pieces);
  pieces.pass_on();
  return all;
}

}  // namespace lamppost::test
