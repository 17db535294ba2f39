#include "pipeline/parse_worker.h"

#include <charconv>
#include <csignal>
#include <fstream>
#include <new>
#include <optional>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "parse/content.h"
#include "pipeline/channel.h"

namespace lamppost {
namespace {

constexpr int socket_to_parent = STDIN_FILENO;

/// A process that has stayed larger after a page is given up where that would take the next page
/// this part of its memory: what is free in it lies in pieces.
constexpr std::uint64_t part_kept = 8;

std::optional<std::uint64_t> number_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<PageLimits> limits_from(std::span<const char* const> arguments) {
  if (arguments.size() != 2) return std::nullopt;
  const auto cpu = number_from(arguments[0]);
  const auto memory = number_from(arguments[1]);
  if (!cpu || !memory) return std::nullopt;
  return PageLimits{std::chrono::milliseconds(*cpu), *memory};
}

/// Has the kernel kill this process when the one that started it dies: a page may keep it busy long
/// after nobody waits for it. False where that one has died already; pages it has sent may still
/// wait to be read.
bool end_with_parent() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::pollfd socket = {socket_to_parent, 0, 0};
  return ::poll(&socket, 1, 0) == 0;
}

/// The size of this process's address space in bytes.
std::uint64_t address_space() {
  std::uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// From here on the process gets so much more memory than it has and no more. A program that is
/// compiled with a sanitizer has terabytes of address space from its start and takes its memory
/// from there: this limit means nothing to it, and it can't live with it.
void limit_memory(std::uint64_t used, std::uint64_t bytes) {
  constexpr std::uint64_t tebibyte = std::uint64_t{1} << 40U;
  std::set_new_handler([] { ::_exit(static_cast<int>(WorkerEnd::out_of_memory)); });
  if (used > tebibyte) return;
  const ::rlimit limit = {used + bytes, used + bytes};
  ::setrlimit(RLIMIT_AS, &limit);
}

/// Begins to count a page's computing time anew, or stops counting (0). Where it runs out, SIGPROF
/// ends the process.
void limit_time(std::chrono::milliseconds cpu) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(cpu);
  const std::chrono::microseconds rest = cpu - seconds;
  ::itimerval timer = {};
  timer.it_value.tv_sec = seconds.count();
  timer.it_value.tv_usec = static_cast<::suseconds_t>(rest.count());
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

ParsedBytes parsed(const SourceFile& page, const PageLimits& limits) {
  limit_time(limits.cpu);
  Diagnostics diagnostics;
  const ParsedFile file = parse_file(page, diagnostics);
  ParsedBytes bytes = encode(file, diagnostics);
  limit_time({});
  return bytes;
}

std::vector<ParsedBytes> parsed(const std::vector<SourceFile>& pages, const PageLimits& limits) {
  std::vector<ParsedBytes> answers;
  answers.reserve(pages.size());
  for (const SourceFile& page : pages) answers.push_back(parsed(page, limits));
  return answers;
}

}  // namespace

std::vector<std::string> worker_arguments(const PageLimits& limits) {
  return {"lamppost", std::string(worker_command), std::to_string(limits.cpu.count()),
          std::to_string(limits.memory)};
}

WorkerEnd run_parse_worker(std::span<const char* const> arguments) {
  const std::optional<PageLimits> limits = limits_from(arguments);
  if (!limits) return WorkerEnd::wrong_usage;
  if (!end_with_parent()) return WorkerEnd::done;
  const std::uint64_t used = address_space();
  limit_memory(used, limits->memory);
  while (const auto pages = receive_pages(socket_to_parent)) {
    if (!send_answers(socket_to_parent, parsed(*pages, *limits))) break;
    if (address_space() > used + limits->memory / part_kept) return WorkerEnd::grown;
  }
  return WorkerEnd::done;
}

}  // namespace lamppost
