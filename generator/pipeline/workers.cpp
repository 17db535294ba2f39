#include "pipeline/workers.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "diagnostics/machine_error.h"
#include "parse/content.h"
#include "pipeline/channel.h"
#include "pipeline/parse_worker.h"

namespace lamppost {
namespace {

/// What a process is started with, freed when it goes.
class Spawning {
 public:
  /// The socket becomes descriptor 0; there is no other but standard error. No signal is blocked or
  /// ignored, whatever is so in this process.
  explicit Spawning(int socket) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, socket, STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    ::sigset_t signals = {};
    ::posix_spawnattr_init(&attributes_);
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes_, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes_, &signals);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Spawning() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;
  Spawning(Spawning&&) = delete;
  Spawning& operator=(Spawning&&) = delete;

  /// 0, or what failed.
  int start(::pid_t& id, const std::string& program, std::vector<std::string> arguments) const {
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return ::posix_spawn(&id, program.c_str(), &files_, &attributes_, pointers.data(), environ);
  }

 private:
  ::posix_spawn_file_actions_t files_ = {};
  ::posix_spawnattr_t attributes_ = {};
};

[[noreturn]] void fail(const std::string& program, int error) {
  throw MachineError(
      program, "can't be started as a worker process: " + std::generic_category().message(error));
}

/// A worker ends so where it is not one: another program, or one that lacks a library.
[[noreturn]] void fail_with_status(const std::string& program, int status) {
  throw MachineError(program, "ended as a worker process with status " + std::to_string(status));
}

/// A limit as people write it: `2`, `0.5`.
std::string in_seconds(std::chrono::milliseconds time) {
  const std::string whole = std::to_string(time.count() / 1000);
  std::string rest = std::to_string(time.count() % 1000 + 1000).substr(1);
  rest.resize(rest.find_last_not_of('0') + 1);
  return rest.empty() ? whole : whole + '.' + rest;
}

/// The page as if it were empty, and why.
ParsedBytes refused(const SourceFile& page, std::string message, std::string help) {
  Diagnostic diagnostic =
      diagnostic_at(page.entry.file, Code::too_costly, {}, std::move(message), std::move(help));
  diagnostic.has_place = false;
  Diagnostics diagnostics;
  diagnostics.add(std::move(diagnostic));
  return encode(unparsed_file(page.entry), diagnostics);
}

ParsedBytes took_too_long(const SourceFile& page, const PageLimits& limits) {
  return refused(
      page, "this page takes more than " + in_seconds(limits.cpu) + " s of computing time to read",
      "look for lists that lie very deep inside each other, or a huge table, "
      "and split or simplify them; if the page is right as it is, whoever publishes the "
      "site can raise the limit with `--page-seconds`");
}

ParsedBytes took_too_much(const SourceFile& page, const PageLimits& limits) {
  return refused(
      page,
      "this page takes more than " + std::to_string(limits.memory >> 20U) + " MB of memory to read",
      "look for a huge table, most often one with many columns, and split or simplify "
      "it; if the page is right as it is, whoever publishes the site can raise the "
      "limit with `--page-memory`");
}

ParsedBytes ended_twice(const SourceFile& page) {
  return refused(page, "reading this page ended before its time, twice",
                 "try again: the machine may have been short of memory; if it happens again, "
                 "simplify the page, and tell the makers of lamppost");
}

bool ended_by(int status, WorkerEnd end) {
  return WIFEXITED(status) && WEXITSTATUS(status) == static_cast<int>(end);
}

}  // namespace

WorkerProcess::WorkerProcess(const std::string& program, const PageLimits& limits) {
  std::array<int, 2> ends = {};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail(program, errno);
  const int error = Spawning(ends[1]).start(id_, program, worker_arguments(limits));
  ::close(ends[1]);
  socket_ = ends[0];
  if (error == 0) return;
  ::close(socket_);
  fail(program, error);
}

WorkerProcess::~WorkerProcess() {
  static_cast<void>(end());
  ::close(socket_);
}

int WorkerProcess::end() {
  int status = 0;
  if (id_ < 0) return status;
  ::kill(id_, SIGKILL);  // does nothing to one that has ended
  while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
  id_ = -1;
  return status;
}

Workers::Workers(unsigned count, const PageLimits& limits, std::string program)
    : limits_(limits), program_(std::move(program)), processes_(std::max(1U, count)) {}

std::vector<ParsedBytes> Workers::parse(std::span<const SourceFile> pages, unsigned worker) {
  if (!program_.empty() && pages.size() > 1) {
    if (auto answers = ask(pages, worker)) return *std::move(answers);
    // One of them has ended the process, or something else has: each by itself tells which.
    processes_.at(worker).reset();
  }
  std::vector<ParsedBytes> answers;
  answers.reserve(pages.size());
  for (const SourceFile& page : pages) answers.push_back(parse(page, worker));
  return answers;
}

std::optional<std::vector<ParsedBytes>> Workers::ask(std::span<const SourceFile> pages,
                                                     unsigned worker) {
  std::optional<WorkerProcess>& process = processes_.at(worker);
  if (!process) process.emplace(program_, limits_);
  if (!send_pages(process->socket(), pages)) return std::nullopt;
  auto answers = receive_answers(process->socket(), limits_.memory);
  return answers && answers->size() == pages.size() ? std::move(answers) : std::nullopt;
}

ParsedBytes Workers::parse(const SourceFile& page, unsigned worker) {
  if (program_.empty()) return parse_here(page);
  for (int killed = 0; killed < 2;) {
    if (auto answers = ask({&page, 1}, worker)) return std::move(answers->front());
    const int status = processes_.at(worker)->end();
    processes_.at(worker).reset();
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) return took_too_long(page, limits_);
    if (ended_by(status, WorkerEnd::out_of_memory)) return took_too_much(page, limits_);
    if (ended_by(status, WorkerEnd::grown)) continue;  // after the page before this one
    if (WIFEXITED(status)) fail_with_status(program_, WEXITSTATUS(status));
    ++killed;
  }
  return ended_twice(page);
}

ParsedBytes Workers::parse_here(const SourceFile& page) {
  const std::lock_guard lock(here_);
  Diagnostics diagnostics;
  const ParsedFile file = parse_file(page, diagnostics);
  return encode(file, diagnostics);
}

std::optional<::pid_t> Workers::process(unsigned worker) const {
  const std::optional<WorkerProcess>& process = processes_.at(worker);
  return process ? std::optional(process->id()) : std::nullopt;
}

}  // namespace lamppost
