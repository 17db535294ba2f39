#pragma once

#include "diagnostics/diagnostic.h"
#include "model/site.h"

namespace lamppost {

/// Initiatives that may be one and the same: nearly the same title, or the same website. Each is
/// told of the first; texts are made alike and compared once, so that thousands cost little.
void check_similar(const Site& site, Diagnostics& diagnostics);

}  // namespace lamppost
