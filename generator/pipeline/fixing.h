#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"

namespace lamppost {

/// A content file in which something was certain to fix.
struct FixedFile {
  std::string file;  ///< as shown to people
  std::string path;  ///< below the content folder
  std::string before;
  std::string after;
};

/// What can be fixed for certain in the content, and what remains to be said of it then.
struct Fixed {
  std::vector<FixedFile> files;  ///< by path
  Outcome remaining;             ///< of the site with the fixes
};

/// Carries out the fixes that are certain, in memory: those of `Diagnostic::is_certain`, again and
/// again until there are none, and blanks at the ends of the front matter's lines. After each round
/// the whole site is checked: a fix after which there is an error that was not there before, nor
/// hidden by the mistake that it mends, is taken back. Only files for which `concerns(file)` is
/// true are changed. Throws MachineError.
[[nodiscard]] Fixed fix_content(const RunOptions& options,
                                const std::function<bool(const std::string&)>& concerns);

/// A page without blanks at the ends of its front matter's lines; the same where it has no front
/// matter or the texts in it may be of several lines.
[[nodiscard]] std::string without_trailing_blanks(const std::string& page);

}  // namespace lamppost
