#include "report.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "diagnostics/job_summary.h"
#include "diagnostics/machine_error.h"
#include "diagnostics/printers.h"

namespace lamppost {
namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_terminal_with_more_than_text() {
  const std::string_view terminal = environment("TERM");
  return !terminal.empty() && terminal != "dumb" && isatty(STDERR_FILENO) == 1;
}

/// The folder that lamppost runs in as seen from the checked-out repository, where GitHub or GitLab
/// says which that is: `site/`.
std::string folder_in_repository() {
  const std::string_view of_github = environment("GITHUB_WORKSPACE");
  const std::string of_forge(of_github.empty() ? environment("CI_PROJECT_DIR") : of_github);
  const std::unique_ptr<char, void (*)(void*)> root(::realpath(of_forge.c_str(), nullptr),
                                                    std::free);
  const std::unique_ptr<char, void (*)(void*)> here(::realpath(".", nullptr), std::free);
  if (!root || !here) return {};
  const std::string above = std::string(root.get()) + '/';
  const std::string folder = std::string(here.get()) + '/';
  return folder.starts_with(above) ? folder.substr(above.size()) : "";
}

void append_job_summary(const Diagnostics& diagnostics, const SourceTexts& texts) {
  const std::string file(environment("GITHUB_STEP_SUMMARY"));
  if (file.empty()) return;
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out << job_summary(diagnostics, texts);
  out.close();
  if (!out) throw MachineError(file, "can't be written");
}

void print_diagnostics(const Outcome& outcome, const Options& options) {
  // As https://no-color.org has it: whatever the variable says, if it says anything.
  const bool is_coloured = is_terminal_with_more_than_text() && environment("NO_COLOR").empty();
  const SourceTexts texts = texts_of(outcome.diagnostics);
  std::cerr << print(outcome.diagnostics, texts,
                     {options.format, is_coloured, options.run.strict, folder_in_repository()});
  const bool is_check = options.command == Command::check;
  if (is_check && options.format == DiagnosticFormat::github) {
    append_job_summary(outcome.diagnostics, texts);
  }
}

void print_timings(const Outcome& outcome) {
  for (const auto& [stage, milliseconds] : outcome.timings) {
    std::fprintf(stderr, "%10.1f ms  %.*s\n", milliseconds, static_cast<int>(stage.size()),
                 stage.data());
  }
}

ExitStatus status_of(const Outcome& outcome, bool strict) {
  const bool fails =
      strict ? !outcome.diagnostics.empty() : outcome.diagnostics.count(Severity::error) > 0;
  return fails ? ExitStatus::content_has_errors : ExitStatus::done;
}

}  // namespace

ExitStatus finish(const Outcome& outcome, const Options& options) {
  print_diagnostics(outcome, options);
  if (options.timings) print_timings(outcome);
  return status_of(outcome, options.run.strict);
}

Progress::Write progress_writer(const Options& options) {
  if (options.quiet || !is_terminal_with_more_than_text()) return {};
  return [](std::string_view bytes) { std::cerr << bytes; };
}

ExitStatus finish_for_good(Outcome outcome, const Options& options) {
  static std::shared_ptr<const void> kept;
  kept = std::move(outcome.remains);
  return finish(outcome, options);
}

std::unique_ptr<Progress> progress_for(const Options& options) {
  Progress::Write write = progress_writer(options);
  return write ? std::make_unique<Progress>(std::move(write)) : nullptr;
}

}  // namespace lamppost
