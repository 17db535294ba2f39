#pragma once

#include <optional>

#include "options.h"
#include "pipeline/pipeline.h"

namespace lamppost {

// Commands that pass catalogues on or compare them. Their result goes to standard output, what they
// found wrong comes back. Nothing comes back where they can't do what was asked for, which they
// have said on standard error. They throw MachineError.

/// `lamppost diff`: what is different between two built sites.
[[nodiscard]] std::optional<Outcome> compare_sites(const Options& options);

/// `lamppost import`: content files of a file's pages; all of them, or none unless asked to go on.
[[nodiscard]] std::optional<Outcome> import_file(const Options& options);

/// `lamppost export`: all pages of the content.
[[nodiscard]] std::optional<Outcome> export_pages(const Options& options);

}  // namespace lamppost
