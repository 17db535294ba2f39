// The front door: from arguments to a command to an exit status.
#include <boost/filesystem/operations.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "build_command.h"
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
#include "read/source_tree.h"
#include "report.h"
#include "scaffold/scaffold.h"
#include "serve_command.h"
#include "site_settings.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

/// The same for a command that may have refused what it was asked for, and said so.
ExitStatus finish_if_run(const std::optional<Outcome>& outcome, const Options& options) {
  return outcome ? finish(*outcome, options) : ExitStatus::wrong_usage;
}

/// Ends the program without giving back memory piece by piece: the system takes all at once. Only
/// where nothing looks for memory that was lost.
void end_at_once([[maybe_unused]] ExitStatus status) {
#ifdef NDEBUG
  std::cerr.flush();
  std::quick_exit(static_cast<int>(status));
#endif
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

ExitStatus run_command(const Options& options) {
  if (!options.directory.empty()) {
    boost::system::error_code error;
    fs::current_path(options.directory, error);
    if (error) throw MachineError(options.directory, error.message());
  }
  switch (options.command) {
    case Command::build:
      return run_build(options);
    case Command::check:
      return run_check(options);
    case Command::serve:
      return run_serve(options);
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
    lamppost::end_at_once(status);
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
