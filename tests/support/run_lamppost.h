#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace lamppost::test {

/// What a run of the program gave.
struct RunResult {
  int status = 0;
  std::string output;  ///< standard output
  std::string errors;  ///< standard error
};

/// Runs the program that was built with the tests through a shell, in a folder. `arguments` are
/// written as on a command line; `environment` as `NAME=value NAME=value`.
[[nodiscard]] RunResult run_lamppost(const std::string& folder, const std::string& arguments,
                                     const std::string& environment = "");

/// Starts the program in a folder and gives its process, which the caller ends or waits for. What
/// it says is lost.
[[nodiscard]] ::pid_t start_lamppost(const std::string& folder,
                                     const std::vector<std::string>& arguments);

}  // namespace lamppost::test
