// The front door: from arguments to a command to an exit status.
#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <malloc.h>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>
#include <variant>
#include <vector>

#include "check_command.h"
#include "diagnostics/codes.h"
#include "diagnostics/machine_error.h"
#include "diagnostics/printers.h"
#include "diagnostics/suggest.h"
#include "exchange_commands.h"
#include "exit_status.h"
#include "keys/decap_config.h"
#include "keys/json_schema.h"
#include "options.h"
#include "pipeline/parse_worker.h"
#include "pipeline/pipeline.h"
#include "pipeline/progress.h"
#include "read/source_tree.h"
#include "report.h"
#include "scaffold/scaffold.h"
#include "site_settings.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

fs::path absolute(const std::string& path) { return fs::absolute(path).lexically_normal(); }

/// Whether a path is a folder or lies in it.
bool is_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

/// The same for a command that may have refused what it was asked for, and said so.
ExitStatus finish_if_run(const std::optional<Outcome>& outcome, const Options& options) {
  return outcome ? finish(*outcome, options) : ExitStatus::wrong_usage;
}

/// Whether the site would be written among what it is made of.
bool writes_into_sources(const Folders& folders) {
  const fs::path output = absolute(folders.output).remove_trailing_separator();
  for (const std::string& source : {folders.content, folders.themes.front()}) {
    const fs::path folder = absolute(source).remove_trailing_separator();
    if (is_below(output, folder) || is_below(folder, output)) return true;
  }
  return false;
}

void print_made(const Outcome& outcome) {
  for (const MadeFile& file : outcome.made) {
    std::cout << file.output_path << ": " << file.reason << '\n';
  }
}

void print_summary(const Outcome& outcome, const std::string& folder, double seconds) {
  const WriteReport& report = *outcome.written;
  std::array<char, 32> duration{};
  std::snprintf(duration.data(), duration.size(), "%.1f s", seconds);
  std::cout << outcome.pages << " pages in " << folder << ": " << report.made << " files made, "
            << report.kept << " kept, " << report.removed << " removed, " << duration.data()
            << '\n';
}

ExitStatus run_build(const Options& options) {
  if (writes_into_sources(options.run.folders)) {
    std::cerr << "lamppost: the site can't be written among its own content and themes: choose "
                 "another folder for --output\n";
    return ExitStatus::wrong_usage;
  }
  const std::string& previous = options.run.previous;
  if (!previous.empty() && !fs::is_regular_file(previous)) {
    std::cerr << "lamppost: there is no file " << previous << '\n';
    return ExitStatus::wrong_usage;
  }
  const double start = steady_seconds();
  const std::unique_ptr<Progress> progress = progress_for(options);
  RunOptions asked = options.run;
  asked.progress = progress.get();
  asked.on_wait = [&] {
    std::cerr << "lamppost: another build writes to " << asked.folders.output
              << "; waiting for it\n";
  };
  const Outcome outcome = build(asked);
  if (progress) progress->end();
  if (options.explain) print_made(outcome);
  if (outcome.written && !options.quiet) {
    print_summary(outcome, options.run.folders.output, steady_seconds() - start);
  }
  return finish(outcome, options);
}

ExitStatus run_new(const Options& options) {
  const bool is_cluster = options.command == Command::new_cluster;
  const NewPage page{is_cluster ? NewPageKind::cluster : NewPageKind::initiative, options.title,
                     options.cluster, options.slug};
  const NewPageResult result =
      create_page(options.run.folders.content, page, cluster_slugs(options.run.folders));
  if (result.file) {
    std::cout << *result.file << '\n';
    return ExitStatus::done;
  }
  std::cerr << "lamppost: " << result.refusal.message << '\n';
  if (!result.refusal.help.empty()) std::cerr << "  " << result.refusal.help << '\n';
  return ExitStatus::wrong_usage;
}

ExitStatus run_schema(const Options& options) {
  if (!options.for_decap) {
    std::cout << initiative_schema();
    return ExitStatus::done;
  }
  Outcome outcome;
  const Settings settings = site_settings(options.run.folders, outcome.diagnostics);
  if (outcome.diagnostics.count(Severity::error) == 0) std::cout << decap_config(settings);
  return finish(outcome, options);
}

ExitStatus run_explain(const Options& options) {
  if (options.code.empty()) {
    for (const CodeInfo& code : codes()) std::cout << code.name << ": " << code.summary << '\n';
    return ExitStatus::done;
  }
  if (const std::optional<Code> code = code_named(options.code)) {
    std::cout << explain(info(*code));
    return ExitStatus::done;
  }
  std::vector<std::string> names;
  for (const CodeInfo& code : codes()) names.emplace_back(code.name);
  std::cerr << "lamppost: there is no code `" << options.code << "`";
  if (const auto name = nearest(options.code, names))
    std::cerr << "; did you mean `" << *name << "`?";
  std::cerr << "\n`lamppost explain` lists them all.\n";
  return ExitStatus::wrong_usage;
}

/// Has the kernel give the next memory of the heap in large pages: to be given it in small ones,
/// each cleared by itself, takes a seventh of the time of a run. They are only taken once they are
/// used. Where the system has no large pages or no room, all goes on as before.
void take_large_pages(std::size_t bytes) {
  auto* begin = static_cast<char*>(::sbrk(0));
  void* volatile taken = std::malloc(bytes);  // volatile: else the compiler leaves both out
  std::free(taken);
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  begin += (page - reinterpret_cast<std::uintptr_t>(begin) % page) % page;
  const auto* const end = static_cast<const char*>(::sbrk(0));
  if (begin < end) ::madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE);
}

/// A run ends before memory it gave back to the system would be of use to anybody, and getting it
/// anew is a twelfth of the time of a build. Not for worker processes, whose memory is counted.
void keep_memory() {
#ifdef __GLIBC__
  constexpr int megabyte = 1024 * 1024;
  ::mallopt(M_TRIM_THRESHOLD, 1024 * megabyte);
  ::mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
  ::mallopt(M_TOP_PAD, 512 * megabyte);
  take_large_pages(megabyte);
  ::mallopt(M_TOP_PAD, 16 * megabyte);
#endif
}

ExitStatus run_command(const Options& options) {
  if (!options.directory.empty()) {
    boost::system::error_code error;
    fs::current_path(options.directory, error);
    if (error) throw MachineError(options.directory, error.message());
  }
  keep_memory();
  switch (options.command) {
    case Command::build:
      return run_build(options);
    case Command::check:
      return run_check(options);
    case Command::new_initiative:
    case Command::new_cluster:
      return run_new(options);
    case Command::schema:
      return run_schema(options);
    case Command::explain:
      return run_explain(options);
    case Command::diff:
      return finish_if_run(compare_sites(options), options);
    case Command::import:
      return finish_if_run(import_file(options), options);
    case Command::write_out:
      return finish_if_run(export_pages(options), options);
  }
  return ExitStatus::wrong_usage;
}

ExitStatus run(int argc, const char* const* argv) {
  const std::variant<Options, Answer> asked = parse_options(argc, argv);
  if (const auto* answer = std::get_if<Answer>(&asked)) {
    (answer->status == ExitStatus::done ? std::cout : std::cerr) << answer->text;
    return answer->status;
  }
  return run_command(std::get<Options>(asked));
}

}  // namespace
}  // namespace lamppost

int main(int argc, char* argv[]) {
  using lamppost::ExitStatus;
  const std::span<const char* const> arguments(argv, static_cast<std::size_t>(argc));
  try {
    if (argc > 1 && arguments[1] == lamppost::worker_command) {
      return static_cast<int>(lamppost::run_parse_worker(arguments.subspan(2)));
    }
    // Whoever ignores it hands that on, and then nobody can tell how a worker process ended.
    std::signal(SIGCHLD, SIG_DFL);
    const ExitStatus status = lamppost::run(argc, argv);
    std::cout.flush();
    if (!std::cout) throw lamppost::MachineError("standard output", "can't be written");
    return static_cast<int>(status);
  } catch (const lamppost::MachineError& failure) {
    std::cerr << "lamppost: " << failure.what() << '\n';
    return static_cast<int>(ExitStatus::machine_failed);
  } catch (const std::bad_alloc&) {
    std::cerr << "lamppost: out of memory\n";
    return static_cast<int>(ExitStatus::machine_failed);
  } catch (const std::exception& failure) {
    // Nothing that we know of: better told than a process that is gone.
    std::cerr << "lamppost: " << failure.what() << " (please report this)\n";
    return static_cast<int>(ExitStatus::machine_failed);
  }
}
