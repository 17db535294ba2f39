#pragma once

#include "diagnostics/diagnostic.h"
#include "model/settings.h"
#include "read/source_tree.h"

namespace lamppost {

/// Reads `site.toml`. A key that is wrong keeps its default.
[[nodiscard]] Settings parse_settings(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace lamppost
