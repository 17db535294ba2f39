#include "serve/stop_signals.h"

#include <atomic>
#include <chrono>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"

using namespace lamppost;

namespace {

void wait_until(const std::atomic<bool>& holds) {
  for (int tries = 0; tries < 2000 && !holds; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace

TEST_CASE("the first signal is taken as a wish") {
  for (const int signal : {SIGINT, SIGTERM}) {
    std::atomic<bool> is_told = false;
    const StopSignals signals([&] { is_told = true; });
    ::kill(::getpid(), signal);
    wait_until(is_told);
    CHECK(is_told);
  }
}

TEST_CASE("without a signal nothing is told, and nothing stays as it was not") {
  ::sigset_t before = {};
  ::pthread_sigmask(SIG_SETMASK, nullptr, &before);
  bool is_told = false;
  {
    const StopSignals signals([&] { is_told = true; });
  }
  CHECK_FALSE(is_told);
  ::sigset_t after = {};
  ::pthread_sigmask(SIG_SETMASK, nullptr, &after);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) {
    CHECK(::sigismember(&before, signal) == ::sigismember(&after, signal));
  }
}

TEST_CASE("the second signal ends the process") {
  const ::pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);  // not the test framework's
    std::atomic<bool> is_told = false;
    const StopSignals signals([&] { is_told = true; });
    ::kill(::getpid(), SIGINT);
    wait_until(is_told);
    ::kill(::getpid(), SIGINT);
    std::this_thread::sleep_for(std::chrono::seconds(20));
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGINT);
}
