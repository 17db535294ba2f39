#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// How diagnostics are shown (`--format`).
enum class DiagnosticFormat : std::uint8_t { human, json, github, gitlab, sarif };

/// The texts of the files that diagnostics point into, by path.
using SourceTexts = std::map<std::string, SourceText>;

/// What the printers need to know besides the diagnostics.
struct PrintOptions {
  DiagnosticFormat format = DiagnosticFormat::human;
  bool colour = false;
  bool strict = false;  ///< warnings fail too: the closing line says so
  /// github, gitlab, sarif: the folder lamppost runs in, as seen from the repository's root, with
  /// `/` at its end; empty where it is the root. Their readers know files by their paths from
  /// there.
  std::string folder = {};
};

/// All diagnostics as text ready for standard error, in the given format, in their order.
/// human: for each `error[code]: message`, `--> path:line:column`, the line with its number and an
/// underline (tabs expanded to 4 columns, a line of over 160 columns cut around the place), the
/// help, the line(s) to write when a fix is known, notes; then a closing count.
/// json: one object with a `diagnostics` array. github: workflow commands, escaped as the runner's
/// source says, with a closing count. gitlab: a Code Quality report. sarif: 2.1.0. Without
/// diagnostics human and github are empty. Characters that could confuse a terminal (C0, C1,
/// bidirectional controls) are shown escaped, in every format.
[[nodiscard]] std::string print(const Diagnostics& diagnostics, const SourceTexts& texts,
                                const PrintOptions& options);

/// What `lamppost explain CODE` prints.
[[nodiscard]] std::string explain(const CodeInfo& code);

}  // namespace lamppost
