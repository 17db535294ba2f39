// What a build says to somebody at a terminal, and what it leaves out elsewhere.
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"
#include "write/lock.h"
#include "write/place.h"

namespace lamppost::test {
namespace {

/// The program at a terminal of its own.
class AtTerminal {
 public:
  AtTerminal(const std::string& folder, const char* kind, const char* command = "build",
             const char* no_color = nullptr) {
    process_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    REQUIRE(process_ >= 0);
    if (process_ != 0) return;
    ::setenv("TERM", kind, 1);
    ::unsetenv("NO_COLOR");
    if (no_color != nullptr) ::setenv("NO_COLOR", no_color, 1);
    ::execl(LAMPPOST_PROGRAM, LAMPPOST_PROGRAM, "-C", folder.c_str(), command, nullptr);
    ::_exit(127);
  }
  ~AtTerminal() {
    ::close(terminal_);
    ::waitpid(process_, nullptr, 0);
  }
  AtTerminal(const AtTerminal&) = delete;
  AtTerminal& operator=(const AtTerminal&) = delete;

  /// What it has said when the words come up, or it ends.
  const std::string& said_until(const std::string& words) {
    std::array<char, 4096> bytes{};
    while (said_.find(words) == std::string::npos) {
      const ::ssize_t got = ::read(terminal_, bytes.data(), bytes.size());
      if (got <= 0) break;  // Linux: an error, once the other side is closed
      said_.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return said_;
  }
  const std::string& all_said() { return said_until("there are no such words"); }

 private:
  int terminal_ = -1;
  ::pid_t process_ = -1;
  std::string said_;
};

/// What a build says that takes longer than half a second: it has to wait for another so long.
std::string said_by_long_build(const char* kind) {
  const TemporaryFolder folder;
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\nLight.\n");
  auto other = std::make_unique<OutputLock>(output_place(folder.path() + "/public"), nullptr);
  AtTerminal build(folder.path(), kind);
  REQUIRE(build.said_until("waiting for it").find("waiting for it") != std::string::npos);
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  other.reset();
  return build.all_said();
}

/// What `check` says at a terminal of a site with a mistake.
std::string said_by_check(const char* kind, const char* no_color = nullptr) {
  const TemporaryFolder folder;
  folder.write("content/clusters/light.md", "+++\ntitel = \"Light\"\n+++\n");
  return AtTerminal(folder.path(), kind, "check", no_color).all_said();
}

}  // namespace

TEST_CASE("at a terminal a mistake is shown in colour, unless somebody wants none") {
  const std::string red = "\x1b[1;31merror[unknown-key]";
  CHECK(said_by_check("xterm").find(red) != std::string::npos);
  CHECK(said_by_check("xterm", "").find(red) != std::string::npos);  // https://no-color.org
  for (const char* value : {"1", "0", "no"}) {
    const std::string said = said_by_check("xterm", value);
    CHECK(said.find("\x1b[1;31m") == std::string::npos);
    CHECK(said.find("error[unknown-key]") != std::string::npos);
  }
  CHECK(said_by_check("dumb").find('\x1b') == std::string::npos);
}

TEST_CASE("in a pipe there is no colour") {
  const TemporaryFolder folder;
  folder.write("content/clusters/light.md", "+++\ntitel = \"Light\"\n+++\n");
  const RunResult result = run_lamppost(folder.path(), "check", "TERM=xterm");
  CHECK(result.errors.find("error[unknown-key]") == 0);
  CHECK(result.errors.find('\x1b') == std::string::npos);
}

TEST_CASE("at a terminal a long build says what it does, and its last words stand alone") {
  const std::string said = said_by_long_build("xterm");
  INFO(said);
  CHECK(said.find("\rLooking for content\x1b[K") != std::string::npos);
  const std::size_t cleared = said.rfind("\r\x1b[K");
  REQUIRE(cleared != std::string::npos);
  const std::string rest = said.substr(cleared + 4);
  CHECK(rest.find(" files made, 0 kept, 0 removed, ") != std::string::npos);
  CHECK(rest.find('\x1b') == std::string::npos);
  CHECK(rest.find('\n') == rest.size() - 1);
}

TEST_CASE("at a terminal that can't write over a line a build says no more than elsewhere") {
  const std::string said = said_by_long_build("dumb");
  INFO(said);
  CHECK(said.find('\x1b') == std::string::npos);
  CHECK(said.find("Looking") == std::string::npos);
  CHECK(said.find(" files made, ") != std::string::npos);
}

}  // namespace lamppost::test
