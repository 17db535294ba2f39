#pragma once

#include "diagnostics/diagnostic.h"
#include "model/settings.h"
#include "read/source_tree.h"

namespace lamppost {

/// The settings for a command that makes no site: those of `site.toml`, the defaults where there is
/// none. Only what is wrong with that file is told. Throws MachineError.
[[nodiscard]] Settings site_settings(const Folders& folders, Diagnostics& diagnostics);

}  // namespace lamppost
