#pragma once

#include <memory>

#include "exit_status.h"
#include "options.h"
#include "pipeline/pipeline.h"
#include "pipeline/progress.h"

namespace lamppost {

/// Says what a run has to say: its diagnostics on standard error in the format that is asked for;
/// those of `check` with `github` also as Markdown at the end of the file that GITHUB_STEP_SUMMARY
/// names; its timings. Gives what it comes to. Throws MachineError.
ExitStatus finish(const Outcome& outcome, const Options& options);

/// The same of a command's only run: keeps what it had in memory until the program ends.
ExitStatus finish_for_good(Outcome outcome, const Options& options);

/// Writes to the terminal over a line; empty unless somebody sits at one that can do so.
[[nodiscard]] Progress::Write progress_writer(const Options& options);

/// Shows a run's progress on the terminal; null unless somebody sits at one that can write over a
/// line.
[[nodiscard]] std::unique_ptr<Progress> progress_for(const Options& options);

}  // namespace lamppost
