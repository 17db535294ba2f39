#include "serve/stop_signals.h"

#include <initializer_list>
#include <pthread.h>
#include <utility>

namespace lamppost {
namespace {

constexpr int end_of_waiting = SIGUSR1;

::sigset_t set_of(std::initializer_list<int> signals) {
  ::sigset_t set = {};
  ::sigemptyset(&set);
  for (const int signal : signals) ::sigaddset(&set, signal);
  return set;
}

}  // namespace

StopSignals::StopSignals(std::function<void()> on_stop) {
  const ::sigset_t all = set_of({SIGINT, SIGTERM, end_of_waiting});
  ::pthread_sigmask(SIG_BLOCK, &all, &before_);
  thread_ = std::thread([on_stop = std::move(on_stop), all] {
    int signal = 0;
    if (::sigwait(&all, &signal) != 0 || signal == end_of_waiting) return;
    const ::sigset_t second = set_of({SIGINT, SIGTERM});
    ::pthread_sigmask(SIG_UNBLOCK, &second, nullptr);
    on_stop();
    const ::sigset_t last = set_of({end_of_waiting});
    ::sigwait(&last, &signal);
  });
}

StopSignals::~StopSignals() {
  ::pthread_kill(thread_.native_handle(), end_of_waiting);
  thread_.join();
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace lamppost
