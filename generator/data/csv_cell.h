#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lamppost {

/// A cell as RFC 4180 has it: in quotation marks where it has to be.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A cell that holds what somebody wrote. Spreadsheets run what begins with `=`, `+`, `-`, `@`, a
/// tab or a line's end (OWASP, CSV injection): an apostrophe is put before it, and before one
/// that follows apostrophes, so that taking one away always gives back the text.
[[nodiscard]] std::string csv_text_cell(std::string_view text);

/// The text without the apostrophe that `csv_text_cell` put before it.
[[nodiscard]] std::string_view without_csv_guard(std::string_view text);

/// Adds a row and its end.
void add_csv_line(std::string& csv, std::span<const std::string> cells);

}  // namespace lamppost
