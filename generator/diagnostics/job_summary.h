#pragma once

#include <cstddef>
#include <string>

#include "diagnostics/printers.h"

namespace lamppost {

/// All diagnostics as Markdown, for the file that GITHUB_STEP_SUMMARY names: the count, then a
/// table of errors and warnings with what to write. Whatever contributors wrote is shown as it is:
/// it can't become markup, a link or a mention. GitHub refuses more than 1 MiB: past `most` bytes
/// the number of those left out is said.
[[nodiscard]] std::string job_summary(const Diagnostics& diagnostics, const SourceTexts& texts,
                                      std::size_t most = 900'000);

}  // namespace lamppost
