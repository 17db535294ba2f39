#include "support/run_lamppost.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

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

::pid_t start_lamppost(const std::string& folder, const std::vector<std::string>& arguments) {
  std::vector<const char*> words = {LAMPPOST_PROGRAM};
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  words.push_back(nullptr);
  const ::pid_t process = ::fork();
  if (process != 0) return process;
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
  if (::chdir(folder.c_str()) == 0) ::execv(words[0], const_cast<char**>(words.data()));
  ::_exit(127);
}

}  // namespace lamppost::test
