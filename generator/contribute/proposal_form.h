#pragma once

#include <string>

namespace lamppost {

/// What the form for proposals is made from, as JSON for its script: `keys` (what to ask for),
/// `mistakes` (the words of `check`, by name: message, then help), `countries` (the codes there
/// are), `small_words` and `longest_goal` (what `check` goes by). In English, as `check` speaks.
[[nodiscard]] std::string proposal_form();

}  // namespace lamppost
