#pragma once

#include "exit_status.h"
#include "options.h"

namespace lamppost {

/// `lamppost serve`: shows the site on this machine as it is written, until Ctrl-C. With `--drafts`
/// the site that is shown lies beside what lamppost remembers, so that the output folder never
/// holds what is not to be published. Throws MachineError.
ExitStatus run_serve(const Options& options);

}  // namespace lamppost
