#pragma once

#include "exit_status.h"
#include "options.h"

namespace lamppost {

/// `lamppost check [PATH…] [--fix]`: reports, of the paths only if there are any. A path that is
/// not there (a pull request may have deleted it) or is no part of the site is said; wrong usage
/// only where no other is left. With `--fix` shows on standard output what is certain, as a diff,
/// then writes it, and reports what remains. Throws MachineError.
ExitStatus run_check(const Options& options);

}  // namespace lamppost
