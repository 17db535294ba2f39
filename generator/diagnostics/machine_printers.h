#pragma once

#include <string>

#include "diagnostics/printers.h"

namespace lamppost {

// The formats that programs read. Like `print`, which chooses among them; `folder` is that of
// PrintOptions.

/// One JSON object: `diagnostics` in order, then `errors` and `warnings`. Lines and columns count
/// from 1, columns in characters, ends are exclusive; offsets are bytes. As
/// diagnostics.schema.json here has it.
[[nodiscard]] std::string print_json(const Diagnostics& diagnostics, const SourceTexts& texts);

/// Workflow commands for GitHub Actions, one line each: errors, then warnings, then their number,
/// as of each kind only ten are shown.
[[nodiscard]] std::string print_github(const Diagnostics& diagnostics, const SourceTexts& texts,
                                       const std::string& folder = {});

/// A report for GitLab's Code Quality: a JSON array, an issue for each
/// (docs.gitlab.com/ci/testing/code_quality).
[[nodiscard]] std::string print_gitlab(const Diagnostics& diagnostics, const SourceTexts& texts,
                                       const std::string& folder = {});

/// A log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), with all codes as rules.
[[nodiscard]] std::string print_sarif(const Diagnostics& diagnostics, const SourceTexts& texts,
                                      const std::string& folder = {});

}  // namespace lamppost
