#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace lamppost {

// What contributors wrote, made fit to be shown: for the printers, and for what shows diagnostics
// in a page.

/// Columns of a source line.
inline constexpr std::size_t widest_line = 160;

/// Whether a character could confuse a terminal or a reader: C0, DEL, C1, line and paragraph
/// separators, bidirectional controls (Unicode TR 9) and characters nobody can see.
[[nodiscard]] bool is_confusing(char32_t character);

/// Text in which such characters and bytes that are no UTF-8 can be seen: `\x1b`, `\u202e`, `\n`.
[[nodiscard]] std::string visible(std::string_view text);

/// Columns that a character takes: 0 (combining), 1, or 2 (East Asian wide, emoji).
[[nodiscard]] std::size_t display_width(char32_t character);

/// A line as a terminal shows it, and what to underline; both count columns.
struct Excerpt {
  std::string line;
  std::size_t indent = 0;
  std::size_t width = 1;  ///< at least 1

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// Shows the bytes `begin` to `end` of a line. Tabs are expanded to stops of 4 columns; a line
/// wider than `columns` is cut around the place, with an ellipsis where something is missing. Costs
/// the same for a line of any length.
[[nodiscard]] Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end,
                              std::size_t columns);

/// The lines that a fix changes or adds, as they read afterwards, without line endings; none where
/// it only takes lines away. Far from the change a long line is cut, with an ellipsis.
[[nodiscard]] std::vector<std::string> lines_after(const Fix& fix, const SourceText& text);

/// What to write, as people are told: the lines of `lines_after`, twelve at most and then an
/// ellipsis; in words where there is none, or an empty one. At least one.
[[nodiscard]] std::vector<std::string> what_to_write(const Fix& fix, const SourceText& text);

}  // namespace lamppost
