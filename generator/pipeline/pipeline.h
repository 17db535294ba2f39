#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assemble/assemble.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/printers.h"
#include "pipeline/page_limits.h"
#include "pipeline/progress.h"
#include "read/source_tree.h"
#include "write/publish.h"

namespace lamppost {

/// What a run is asked for.
struct RunOptions {
  Folders folders;
  Overrides overrides;
  unsigned jobs = 1;
  PageLimits page_limits;
  std::string previous;  ///< `build`: a former catalogue.json to compare with; empty: none
  std::string program;   ///< lamppost's own file, which parses pages; empty: parsed here, for tests
  bool strict = false;   ///< warnings stop a build too
  bool clean = false;    ///< trust nothing that an earlier run left
  std::function<void()> on_wait;  ///< called when a build has to wait for another; may be empty
  /// `check`: bytes to take instead of a content file's own, by its path as shown.
  std::map<std::string, std::string> instead;
  Progress* progress = nullptr;  ///< told how far the run is; null where no one is watching
  /// Held while files of the site are exchanged: who holds it in common never sees half of that.
  std::shared_mutex* exchanging = nullptr;
};

/// Milliseconds of each stage, in the order they ran. Shown to people only.
using Timings = std::vector<std::pair<std::string_view, double>>;

/// A file of the site that had to be made, and why.
struct MadeFile {
  std::string output_path;
  std::string_view reason;
};

/// What came of a run.
struct Outcome {
  Diagnostics diagnostics;             ///< sorted
  std::size_t pages = 0;               ///< HTML pages the site has
  std::string base_url;                ///< where the site will be
  std::optional<WriteReport> written;  ///< `build` without errors only
  std::vector<MadeFile> made;          ///< in the order of the plans; `build` only
  Timings timings;
  /// What the run had in memory. A hundred thousand pieces take their time to give back: whoever
  /// ends the program right away need not.
  std::shared_ptr<const void> remains;
};

/// The whole line: content → public. Where there are errors (or, with `strict`, warnings) nothing
/// is written. Throws MachineError.
[[nodiscard]] Outcome build(const RunOptions& options);

/// The same line without `write`: finds all that a build would. Throws MachineError.
[[nodiscard]] Outcome check_only(const RunOptions& options);

/// The files that diagnostics point into, read again so that their lines can be shown.
[[nodiscard]] SourceTexts texts_of(const Diagnostics& diagnostics);

}  // namespace lamppost
