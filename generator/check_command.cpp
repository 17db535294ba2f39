#include "check_command.h"

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include "diagnostics/display.h"
#include "diagnostics/suggest.h"
#include "diagnostics/unified_diff.h"
#include "paths.h"
#include "pipeline/fixing.h"
#include "report.h"
#include "write/replace_file.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

/// A path from the root on, with the folders that symbolic links above it lead to; the last name
/// stays as it is.
fs::path whole(const std::string& path) {
  // A folder's trailing slash, or dot, would be a part of its own.
  fs::path full = fs::absolute(path).lexically_normal();
  if (full.filename() == "." || full.filename().empty()) full = full.parent_path();
  boost::system::error_code error;
  const fs::path parent = fs::weakly_canonical(full.parent_path(), error);
  return error ? full : parent / full.filename();
}

/// Where a content folder that is a symbolic link leads.
fs::path whole_folder(const std::string& path) {
  boost::system::error_code error;
  const fs::path canonical = fs::canonical(path, error);
  return error ? whole(path) : canonical;
}

/// The part of the site that a check is about.
class Selection {
 public:
  explicit Selection(const Options& options) : content_(options.run.folders.content) {
    roots_.push_back(whole_folder(options.run.folders.content));
    for (const std::string& themes : options.run.folders.themes)
      roots_.push_back(whole_folder(themes));
    for (const std::string& path : options.paths) add(path);
  }

  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
  [[nodiscard]] bool is_empty() const { return paths_.empty(); }

  [[nodiscard]] bool has(const std::string& file) {
    auto known = known_.find(file);
    if (known == known_.end()) {
      const fs::path full = whole(file);
      const bool is_in = std::any_of(paths_.begin(), paths_.end(),
                                     [&](const fs::path& path) { return is_below(full, path); });
      known = known_.emplace(file, is_in).first;
    }
    return known->second;
  }

 private:
  void add(const std::string& path) {
    const fs::path full = whole(path);
    const bool is_part = std::any_of(roots_.begin(), roots_.end(), [&](const fs::path& root) {
      return is_below(full, root) || is_below(root, full);
    });
    boost::system::error_code ignored;
    // It comes from a list that strangers can have a part in, and may hold anything.
    const std::string name = visible(path);
    if (fs::symlink_status(full, ignored).type() == fs::file_not_found) {
      complaints_.push_back("there is no " + name +
                            (is_part ? "; if it was deleted, check the whole site: other pages "
                                       "may link to it"
                                     : ""));
    } else if (!is_part) {
      complaints_.push_back(name + " is no part of the site: that is the content folder, " +
                            visible(content_));
    } else {
      paths_.push_back(full);
    }
  }

  std::string content_;  ///< as it was given
  std::vector<fs::path> roots_;
  std::vector<fs::path> paths_;
  std::vector<std::string> complaints_;
  std::map<std::string, bool> known_;
};

/// Whether people read what is said, and not a program.
bool is_for_people(const Options& options) {
  return options.format == DiagnosticFormat::human || options.format == DiagnosticFormat::github;
}

/// Shows what will be written. In a log of GitHub's a line of it may look like a command, so there
/// it is told not to listen until it hears a word that nobody can know.
void print_diff(const std::vector<FixedFile>& files, const Options& options) {
  const bool is_log = options.format == DiagnosticFormat::github;
  std::random_device chance;
  const std::string token = "lamppost-" + std::to_string(chance()) + '-' + std::to_string(chance());
  if (is_log && !files.empty()) std::cout << "::stop-commands::" << token << '\n';
  for (const FixedFile& file : files) {
    const std::string diff = unified_diff(file.file, file.before, file.after);
    std::cout << (isatty(STDOUT_FILENO) == 1 ? visible_lines(diff) : diff);
  }
  if (is_log && !files.empty()) std::cout << "::" << token << "::\n";
  std::cout.flush();
}

Outcome fixed(const RunOptions& asked, const Options& options,
              const std::function<bool(const std::string&)>& concerns) {
  Fixed result = fix_content(asked, concerns);
  print_diff(result.files, options);
  for (const FixedFile& file : result.files)
    replace_file(asked.folders.content, file.path, file.before, file.after);
  if (!result.files.empty() && !options.quiet && is_for_people(options)) {
    const std::size_t count = result.files.size();
    std::cerr << "lamppost: fixed " << count << (count == 1 ? " file\n" : " files\n");
  }
  return std::move(result.remaining);
}

}  // namespace

ExitStatus run_check(const Options& options) {
  Selection selection(options);
  const bool is_left = options.paths.empty() || !selection.is_empty();
  if (!is_left || is_for_people(options)) {
    for (const std::string& complaint : selection.complaints())
      std::cerr << "lamppost: " << complaint << '\n';
  }
  if (!is_left) return ExitStatus::wrong_usage;

  const auto concerns = [&](const std::string& file) {
    return options.paths.empty() || selection.has(file);
  };
  const std::unique_ptr<Progress> progress = progress_for(options);
  RunOptions asked = options.run;
  asked.progress = progress.get();
  Outcome outcome = options.fix ? fixed(asked, options, concerns) : check_only(asked);
  if (progress) progress->end();
  outcome.diagnostics.keep_files(concerns);
  if (outcome.diagnostics.empty() && !options.quiet) std::cout << "No mistakes found.\n";
  return finish_for_good(std::move(outcome), options);
}

}  // namespace lamppost
