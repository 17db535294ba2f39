#pragma once

#include <functional>
#include <string>

#include "exit_status.h"
#include "options.h"

namespace lamppost {

/// `lamppost build`. Throws MachineError.
ExitStatus run_build(const Options& options);

/// Whether the site would be written among what it is made of; says so.
[[nodiscard]] bool writes_into_sources(const Folders& folders);

/// How many files a run has made, and how long it took.
void print_summary(const Outcome& outcome, const std::string& folder, double seconds);

/// Says that another build writes to that folder: for `RunOptions::on_wait`.
[[nodiscard]] std::function<void()> waits_for(const std::string& folder);

}  // namespace lamppost
