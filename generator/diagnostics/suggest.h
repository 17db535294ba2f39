#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lamppost {

/// The candidate a person most likely meant by `written`: case and `-`/`_`/space differences are
/// free, then the Damerau-Levenshtein distance (optimal string alignment) decides, at most a third
/// of the longer word's length. Ties go to the earlier candidate.
[[nodiscard]] std::optional<std::string> nearest(std::string_view written,
                                                 std::span<const std::string> candidates);

/// Whether `nearest` had no choice: none but one of the candidates could be meant.
[[nodiscard]] bool is_only_near(std::string_view written, std::span<const std::string> candidates);

/// A name, key or text as messages quote it.
[[nodiscard]] std::string in_ticks(std::string_view text);

/// The candidates as a readable list, at most `most` of them: `a`, `b` or `c`.
[[nodiscard]] std::string one_of(std::span<const std::string> candidates, std::size_t most = 12);

}  // namespace lamppost
