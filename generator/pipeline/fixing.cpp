#include "pipeline/fixing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "read/folder.h"

namespace lamppost {
namespace {

/// Each round checks the whole site. A syntax error may hide others, so that a file needs as many
/// rounds as it has at most.
constexpr int most_rounds = 200;

using Texts = std::map<std::string, std::string>;  ///< by path as shown
using Edits = std::map<std::string, std::vector<Diagnostic>>;

/// What tells one fix from another, wherever in the file it has moved.
using FixName = std::tuple<std::string, Code, std::string, std::string>;

FixName name_of(const Diagnostic& diagnostic) {
  return {diagnostic.file, diagnostic.code, diagnostic.message, diagnostic.fix->text};
}

/// A mistake that may hide others in its file's front matter.
bool hides_others(Code code) {
  return code == Code::missing_front_matter || code == Code::unclosed_front_matter ||
         code == Code::toml_syntax;
}

/// The text with the fixes, which are in order and don't overlap, and where each then stands.
std::string carried_out(std::string_view text, const std::vector<Diagnostic>& edits,
                        std::vector<Span>& places) {
  std::string fixed;
  std::size_t done = 0;
  for (const Diagnostic& edit : edits) {
    const auto [begin, end] = edit.fix->where;
    fixed.append(text.substr(done, begin - done));
    const auto at = static_cast<std::uint32_t>(fixed.size());
    fixed += edit.fix->text;
    places.push_back({at, static_cast<std::uint32_t>(fixed.size())});
    done = end;
  }
  fixed.append(text.substr(done));
  return fixed;
}

/// How often each error is told in a file.
using ErrorCounts = std::map<std::pair<Code, std::string>, std::size_t>;

std::map<std::string, ErrorCounts> errors_by_file(const Diagnostics& diagnostics) {
  std::map<std::string, ErrorCounts> errors;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity() == Severity::error)
      ++errors[diagnostic.file][{diagnostic.code, diagnostic.message}];
  }
  return errors;
}

/// One round: some fixes on trial.
struct Trial {
  Edits edits;
  Texts texts;                                      ///< of the files with the fixes
  std::map<std::string, std::vector<Span>> places;  ///< of the fixes in them
  Outcome outcome;
};

/// The errors of a trial that were not there before.
std::vector<Diagnostic> new_errors(const Outcome& before, const Outcome& after) {
  auto known = errors_by_file(before.diagnostics);
  std::vector<Diagnostic> errors;
  for (const Diagnostic& diagnostic : after.diagnostics.list()) {
    if (diagnostic.severity() != Severity::error) continue;
    auto& count = known[diagnostic.file][{diagnostic.code, diagnostic.message}];
    if (count > 0) {
      --count;
    } else {
      errors.push_back(diagnostic);
    }
  }
  return errors;
}

bool reveals(const std::vector<Diagnostic>& edits) {
  return std::any_of(edits.begin(), edits.end(),
                     [](const Diagnostic& edit) { return hides_others(edit.code); });
}

/// Whether an error was only hidden before, by what its file's fixes mend.
bool was_hidden(const Diagnostic& error, const Trial& trial) {
  const auto edits = trial.edits.find(error.file);
  if (edits == trial.edits.end()) {
    return std::any_of(trial.edits.begin(), trial.edits.end(),
                       [](const auto& of_file) { return reveals(of_file.second); });
  }
  if (!reveals(edits->second)) return false;
  if (error.code == Code::unclosed_front_matter) return true;  // the first `+++` was missing too
  const auto& places = trial.places.at(error.file);
  return std::none_of(places.begin(), places.end(), [&](const Span& place) {
    return error.where.begin < place.end &&
           place.begin < std::max(error.where.end, error.where.begin + 1);
  });
}

class Fixing {
 public:
  Fixing(const RunOptions& options, const std::function<bool(const std::string&)>& concerns)
      : options_(options), concerns_(concerns) {
    Diagnostics ignored;  // what is wrong with names is for `check` to say
    for (const SourceEntry& entry : find_sources(options.folders, ignored).entries) {
      if (entry.role != FileRole::theme && concerns_(entry.file)) paths_[entry.file] = entry.path;
    }
    now_ = check_only(options_);
  }

  Fixed run() {
    for (int round = 0; round < most_rounds; ++round) {
      Trial trial;
      trial.edits = next_edits();
      if (trial.edits.empty()) break;
      attempt(std::move(trial));
    }
    tidy();
    Fixed fixed{{}, std::move(now_)};
    for (const auto& [file, text] : options_.instead) {
      if (text != before_.at(file))
        fixed.files.push_back({file, paths_.at(file), before_.at(file), text});
    }
    return fixed;
  }

 private:
  const std::string& text_of(const std::string& file) {
    const auto instead = options_.instead.find(file);
    if (instead != options_.instead.end()) return instead->second;
    auto before = before_.find(file);
    if (before == before_.end()) {
      constexpr std::size_t largest_page = 1U << 20U;  // what is larger is never parsed
      std::string bytes = read_bytes(file, largest_page + 1);
      if (bytes.size() > largest_page) bytes.clear();
      before = before_.emplace(file, std::move(bytes)).first;
    }
    return before->second;
  }

  /// The fixes to try next, in each file from its beginning on.
  Edits next_edits() {
    Edits edits;
    for (const Diagnostic& diagnostic : now_.diagnostics.list()) {
      if (!diagnostic.fix || !diagnostic.is_certain || !paths_.contains(diagnostic.file)) continue;
      if (refused_.contains(name_of(diagnostic))) continue;
      if (only_one_ && !edits.empty()) break;
      auto& of_file = edits[diagnostic.file];
      if (alone_.contains(diagnostic.file) && !of_file.empty()) continue;
      of_file.push_back(diagnostic);
    }
    for (auto& [_, of_file] : edits) drop_overlaps(of_file);
    return edits;
  }

  static void drop_overlaps(std::vector<Diagnostic>& edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.fix->where < b.fix->where;
    });
    std::vector<Diagnostic> kept;
    for (Diagnostic& edit : edits) {
      if (kept.empty() || kept.back().fix->where.end <= edit.fix->where.begin)
        kept.push_back(std::move(edit));
    }
    edits = std::move(kept);
  }

  void attempt(Trial trial) {
    RunOptions asked = options_;
    for (const auto& [file, edits] : trial.edits)
      asked.instead[file] = carried_out(text_of(file), edits, trial.places[file]);
    trial.outcome = check_only(asked);
    bool is_worse = false;
    for (const Diagnostic& error : new_errors(now_, trial.outcome)) {
      if (was_hidden(error, trial)) continue;
      is_worse = true;
      blame(error.file, trial);
    }
    if (is_worse) return;
    options_.instead = std::move(asked.instead);
    now_ = std::move(trial.outcome);
  }

  /// Finds out by trying fewer: the fixes of a file one by one, or one of all.
  void blame(const std::string& file, const Trial& trial) {
    const auto edits = trial.edits.find(file);
    if (edits != trial.edits.end() && edits->second.size() > 1) {
      alone_.insert(file);
    } else if (edits != trial.edits.end()) {
      refused_.insert(name_of(edits->second.front()));
    } else if (only_one_) {
      refused_.insert(name_of(trial.edits.begin()->second.front()));
    } else {
      only_one_ = true;
    }
  }

  /// Takes the blanks away that nobody sees, if that changes nothing of what is told.
  void tidy() {
    RunOptions asked = options_;
    for (const auto& [file, _] : paths_) {
      const std::string& text = text_of(file);
      std::string tidied = without_trailing_blanks(text);
      if (tidied != text) asked.instead[file] = std::move(tidied);
    }
    if (asked.instead == options_.instead) return;
    Outcome outcome = check_only(asked);
    if (!new_errors(now_, outcome).empty()) return;
    options_.instead = std::move(asked.instead);
    now_ = std::move(outcome);
  }

  RunOptions options_;  ///< with the texts as fixed so far
  const std::function<bool(const std::string&)>& concerns_;
  Outcome now_;
  Texts paths_;   ///< of the files that may be changed: below the content folder
  Texts before_;  ///< what the files hold
  std::set<FixName> refused_;
  std::set<std::string> alone_;  ///< files of which only one fix is tried at a time
  bool only_one_ = false;        ///< one fix of all is tried at a time
};

constexpr std::string_view fence = "+++";

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_blanks(std::string_view line) {
  const auto last = line.find_last_not_of(" \t");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

Fixed fix_content(const RunOptions& options,
                  const std::function<bool(const std::string&)>& concerns) {
  return Fixing(options, concerns).run();
}

std::string without_trailing_blanks(const std::string& page) {
  std::string_view rest = page;
  std::string tidied;
  if (rest.starts_with(byte_order_mark)) {
    tidied = byte_order_mark;
    rest.remove_prefix(byte_order_mark.size());
  }
  for (bool is_first = true; !rest.empty(); is_first = false) {
    const auto whole = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    const auto line = without_line_end(whole);
    if (is_first && line != fence) return page;
    rest.remove_prefix(whole.size());
    tidied.append(without_blanks(line)).append(whole.substr(line.size()));
    if (!is_first && line == fence) {
      const bool has_long_text =
          tidied.find("\"\"\"") != std::string::npos || tidied.find("'''") != std::string::npos;
      return has_long_text ? page : tidied.append(rest);
    }
  }
  return page;
}

}  // namespace lamppost
