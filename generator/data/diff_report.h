#pragma once

#include <cstdint>
#include <string>

#include "data/catalogue_diff.h"

namespace lamppost {

/// How a comparison is told.
enum class DiffFormat : std::uint8_t { text, markdown, json };

/// A comparison for people or programs; ends with a line's end.
/// text: for a terminal; what could confuse it is shown escaped.
/// markdown: GitHub's, for a pull request's comment, at most 60 000 bytes (a comment holds 65 536
/// characters). What the content says stands in code spans only: there is no markup in them, no
/// link, no picture, and GitHub and GitLab tell nobody who is mentioned there.
/// json: one object with `pages`, `totals` and `lost`, all of it.
[[nodiscard]] std::string told(const CatalogueDiff& diff, DiffFormat format);

}  // namespace lamppost
