#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/theme.h"
#include "pipeline/pipeline.h"
#include "pipeline/snapshot.h"
#include "read/source_tree.h"

namespace lamppost {

/// lamppost itself, so that what another version remembers is not believed: its program's bytes.
/// Without a program (in a unit test) all are one.
[[nodiscard]] Hash128 identity_of(const std::string& program);

/// All that a run is given, as far as it can be told without reading a file: equal hashes mean that
/// nothing has changed, if besides no file is `is_recent`.
[[nodiscard]] Hash128 inputs_of(const RunOptions& options, const SourceTree& tree,
                                const Diagnostics& found);

/// Whether a file was changed within the second in which the last run began, or later.
[[nodiscard]] bool any_is_recent(const SourceTree& tree, std::int64_t started);

/// What all pages are made of besides the content: options, theme, and the settings, which
/// `settings` is `hash_of_seen` of.
[[nodiscard]] Hash128 frame_key_of(const RunOptions& options, const Hash128& settings,
                                   std::span<const SourceFile> theme);

/// All that pages are made of but the texts of bodies.
[[nodiscard]] Hash128 site_key_of(const Hash128& frame, std::span<const RememberedFile> content,
                                  std::span<const Asset> assets);

}  // namespace lamppost
