#include "serve/open_browser.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lamppost {
namespace {

/// The shell ends at once, so that nobody has to wait for a browser that stays open.
constexpr const char* shell = "/bin/sh";
constexpr const char* script =
    "command -v xdg-open >/dev/null || exit 1; xdg-open \"$1\" >/dev/null 2>&1 &";

}  // namespace

bool open_browser(const std::string& address) {
  std::array<std::string, 5> words = {"sh", "-c", script, "sh", address};
  std::array<char*, 6> arguments = {};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();

  ::posix_spawn_file_actions_t files = {};
  ::posix_spawnattr_t attributes = {};
  ::sigset_t signals = {};
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  ::posix_spawnattr_init(&attributes);
  ::sigemptyset(&signals);
  ::posix_spawnattr_setsigmask(&attributes, &signals);
  // A group of its own: Ctrl-C is for us, and not for the browser.
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  ::pid_t id = -1;
  const int error = ::posix_spawn(&id, shell, &files, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  if (error != 0) return false;
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace lamppost
