#pragma once

namespace lamppost {

/// What the program tells its caller; the values are part of the public contract.
enum class ExitStatus {
  done = 0,                ///< everything asked for was done
  content_has_errors = 1,  ///< diagnostics of severity error were printed
  wrong_usage = 2,         ///< the command line could not be understood
  machine_failed = 3,      ///< disk, permissions: nothing an editor can mend in the content
};

}  // namespace lamppost
