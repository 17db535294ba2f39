#pragma once

#include <string>

namespace lamppost {

/// How the form for proposals judges what is written, as JSON for its script, which loads it when
/// somebody begins to write: `mistakes` (the words of `check`, by name: message, then help),
/// `letters` and `pairs` for the names of files, which are no longer than `longest_slug`, and what
/// `check` goes by: `small_words`, `longest_goal`.
[[nodiscard]] std::string proposal_rules();

}  // namespace lamppost
