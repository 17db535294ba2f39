#include "support/run_lamppost.h"

#include <cstdlib>
#include <sys/wait.h>

#include "support/temporary_folder.h"

namespace lamppost::test {

RunResult run_lamppost(const std::string& folder, const std::string& arguments,
                       const std::string& environment) {
  const TemporaryFolder out;
  const std::string command = "cd '" + folder + "' && env " + environment +
                              " '" LAMPPOST_PROGRAM "' " + arguments + " >'" + out.path() +
                              "/out' 2>'" + out.path() + "/err' </dev/null";
  const int status = std::system(command.c_str());  // NOLINT: a test runs commands
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.read("out"), out.read("err")};
}

}  // namespace lamppost::test
