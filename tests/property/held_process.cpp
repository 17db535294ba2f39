#include "held_process.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <stdexcept>
#include <string>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"

namespace lamppost::test {
namespace {

// Not every processor has the older ones.
constexpr long calls_that_change_files[] = {
#ifdef SYS_open
    SYS_open,     SYS_creat,     SYS_mkdir,           SYS_rmdir,    SYS_rename,
    SYS_unlink,   SYS_link,
#endif
    SYS_openat,   SYS_mkdirat,   SYS_renameat2,       SYS_unlinkat, SYS_linkat,
    SYS_write,    SYS_pwrite64,  SYS_writev,          SYS_fsync,    SYS_fdatasync,
    SYS_flock,    SYS_ftruncate, SYS_copy_file_range, SYS_fchmodat,
#ifdef SYS_renameat
    SYS_renameat,
#endif
};

bool changes_files(long call) {
  return std::ranges::find(calls_that_change_files, call) != std::end(calls_that_change_files);
}

constexpr int stop_at_call = SIGTRAP | 0x80;  // as PTRACE_O_TRACESYSGOOD marks it

}  // namespace

HeldProcess::HeldProcess(const std::function<void()>& act) : process_(::fork()) {
  if (process_ == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
    (void)::raise(SIGSTOP);
    int status = 0;
    try {
      act();
    } catch (const MachineError&) {
      status = 3;
    } catch (...) {
      status = 4;
    }
    ::_exit(status);
  }
  ::waitpid(process_, &status_, 0);
  has_ended_ = !WIFSTOPPED(status_);
  if (!has_ended_) {
    ::ptrace(PTRACE_SETOPTIONS, process_, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  }
}

HeldProcess::~HeldProcess() {
  if (has_ended_) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

bool HeldProcess::is_possible() {
  return HeldProcess([] {}).finish() == 0;
}

bool HeldProcess::can_fail_calls() {
#ifdef __x86_64__
  return is_possible();
#else
  return false;
#endif
}

bool HeldProcess::go_to_next_stop() {
  const int signal = WIFSTOPPED(status_) ? WSTOPSIG(status_) : 0;
  const bool is_ours = signal == stop_at_call || signal == SIGSTOP;
  ::ptrace(PTRACE_SYSCALL, process_, nullptr, is_ours ? 0 : signal);
  ::waitpid(process_, &status_, 0);
  has_ended_ = !WIFSTOPPED(status_);
  return !has_ended_;
}

void HeldProcess::go_to_own_stop() {
  do {
    ::ptrace(PTRACE_CONT, process_, nullptr, 0);
    ::waitpid(process_, &status_, 0);
    has_ended_ = !WIFSTOPPED(status_);
  } while (!has_ended_ && WSTOPSIG(status_) != SIGSTOP);
}

bool HeldProcess::advance() {
  while (!has_ended_ && go_to_next_stop()) {
    __ptrace_syscall_info info = {};
    if (WSTOPSIG(status_) != stop_at_call) continue;
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, process_, sizeof info, &info) <= 0) continue;
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY && changes_files(static_cast<long>(info.entry.nr)))
      return true;
  }
  return false;
}

void HeldProcess::fail_call(int error) {
#ifdef __x86_64__
  user_regs_struct registers = {};
  ::ptrace(PTRACE_GETREGS, process_, nullptr, &registers);
  registers.orig_rax = static_cast<unsigned long long>(-1);  // no call of this number
  ::ptrace(PTRACE_SETREGS, process_, nullptr, &registers);
  if (!go_to_next_stop()) return;  // it has answered
  registers.rax = static_cast<unsigned long long>(-error);
  ::ptrace(PTRACE_SETREGS, process_, nullptr, &registers);
#else
  throw std::logic_error("not known for this processor: " + std::to_string(error));
#endif
}

int HeldProcess::finish() {
  while (!has_ended_ && go_to_next_stop()) {
  }
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
}

}  // namespace lamppost::test
