#include "build_command.h"

#include <array>
#include <boost/filesystem/operations.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "paths.h"
#include "report.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

fs::path absolute(const std::string& path) { return fs::absolute(path).lexically_normal(); }

bool is_among_sources(const Folders& folders) {
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

}  // namespace

bool writes_into_sources(const Folders& folders) {
  if (!is_among_sources(folders)) return false;
  std::cerr << "lamppost: the site can't be written among its own content and themes: choose "
               "another folder for --output\n";
  return true;
}

void print_summary(const Outcome& outcome, const std::string& folder, double seconds) {
  const WriteReport& report = *outcome.written;
  std::array<char, 32> duration{};
  std::snprintf(duration.data(), duration.size(), "%.1f s", seconds);
  std::cout << outcome.pages << " pages in " << folder << ": " << report.made << " files made, "
            << report.kept << " kept, " << report.removed << " removed, " << duration.data()
            << '\n';
}

std::function<void()> waits_for(const std::string& folder) {
  return [folder] {
    std::cerr << "lamppost: another build writes to " << folder << "; waiting for it\n";
  };
}

ExitStatus run_build(const Options& options) {
  if (writes_into_sources(options.run.folders)) return ExitStatus::wrong_usage;
  const std::string& previous = options.run.previous;
  if (!previous.empty() && !fs::is_regular_file(previous)) {
    std::cerr << "lamppost: there is no file " << previous << '\n';
    return ExitStatus::wrong_usage;
  }
  const double start = steady_seconds();
  const std::unique_ptr<Progress> progress = progress_for(options);
  RunOptions asked = options.run;
  asked.progress = progress.get();
  asked.on_wait = waits_for(asked.folders.output);
  Outcome outcome = build(asked);
  if (progress) progress->end();
  if (options.explain) print_made(outcome);
  if (outcome.written && !options.quiet) {
    print_summary(outcome, options.run.folders.output, steady_seconds() - start);
  }
  return finish_for_good(std::move(outcome), options);
}

}  // namespace lamppost
