#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// What changes in a file, in the unified format (POSIX diff -u, three lines of context), as `git
/// apply` and `patch -p1` read it; empty where nothing does. Bytes stay as they are: for a terminal
/// see `visible_lines`.
[[nodiscard]] std::string unified_diff(std::string_view file, std::string_view before,
                                       std::string_view after);

/// A text of several lines for a terminal: what could confuse it can be seen, but line ends stay.
[[nodiscard]] std::string visible_lines(std::string_view text);

}  // namespace lamppost
