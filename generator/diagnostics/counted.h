#pragma once

#include <string>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// How many there are, for the last line of a list: `3 errors, 1 warning in 2 files`.
[[nodiscard]] std::string counted(const Diagnostics& diagnostics);

}  // namespace lamppost
