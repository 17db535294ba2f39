#pragma once

#include <functional>
#include <sys/types.h>

namespace lamppost::test {

/// A process that is held before each system call by which files could change, to be killed there
/// or to have that call fail.
class HeldProcess {
 public:
  /// Forks one that does this, held before it begins. It ends with status 0, or 3 for a
  /// MachineError.
  explicit HeldProcess(const std::function<void()>& act);
  ~HeldProcess();
  HeldProcess(const HeldProcess&) = delete;
  HeldProcess& operator=(const HeldProcess&) = delete;

  /// Whether the machine lets us hold a process.
  [[nodiscard]] static bool is_possible();

  /// Whether it lets us make a call fail.
  [[nodiscard]] static bool can_fail_calls();

  /// Lets it go on until it stops itself with SIGSTOP.
  void go_to_own_stop();

  /// Goes on to before the next such call; false where it has ended instead.
  bool advance();

  /// Has the call before which it is held do nothing and fail with an errno.
  void fail_call(int error);

  /// Lets it go on to its end and gives its status; -1 where it died.
  int finish();

 private:
  bool go_to_next_stop();

  ::pid_t process_ = 0;
  int status_ = 0;
  bool has_ended_ = false;
};

}  // namespace lamppost::test
