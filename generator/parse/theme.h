#pragma once

#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/settings.h"
#include "model/theme.h"
#include "read/source_tree.h"

namespace lamppost {

/// Joins the theme that the settings name from all theme files found: its own files, then its
/// parents' (`extends`), file by file; of one theme in two theme roots the first root's file wins.
/// `settings_file` is the path of site.toml for messages (empty: there is none).
/// A missing theme, an unknown `api`, a loop in `extends`, a missing style, a broken i18n file are
/// diagnostics.
[[nodiscard]] Theme join_theme(std::span<const SourceFile> files, const Settings& settings,
                               const std::string& settings_file, Diagnostics& diagnostics);

}  // namespace lamppost
