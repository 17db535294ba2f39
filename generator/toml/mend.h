#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lamppost {

// What a person certainly meant, as TOML to write in its place; nothing where there is doubt.

/// A text in double quotes, with what needs it escaped.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// `2026/11/22`, `2026-1-5`, `22.11.2026`, `2026-11-22T10:00:00Z` as `2026-11-22`. Not
/// `05/04/2026`, which is April or May, nor a day that doesn't exist.
[[nodiscard]] std::optional<std::string> mended_date(std::string_view text);

/// Whether a text is written like a date, of whatever kind.
[[nodiscard]] bool looks_like_date(std::string_view text);

/// What to write for a text that is no date: the day it certainly means, both days that it can mean
/// (`05/04/2026`), or an example.
[[nodiscard]] std::string date_help(std::string_view text);

/// `True`, `yes`, `off` as `true` or `false`.
[[nodiscard]] std::optional<std::string> mended_boolean(std::string_view text);

/// `18`, `+18`, `10 000`, `10,000`, `18.0` as whole number.
[[nodiscard]] std::optional<std::string> mended_integer(std::string_view text);

/// A whole number, or one with decimals: `1.5`, `1,5`.
[[nodiscard]] std::optional<std::string> mended_number(std::string_view text);

/// Whether a comma in a number may divide thousands or decimals: `1,500`.
[[nodiscard]] bool has_doubtful_comma(std::string_view text);

/// What is wrong with a value, and what to write in its place where that is certain.
struct Mending {
  std::string message;
  std::string help;
  std::optional<std::string> text;
  bool is_certain = false;  ///< nothing else than `text` can have been meant
};

/// Explains what was written as a value and is not TOML: a text without quotes, a number with a
/// decimal comma, typographic quotes.
[[nodiscard]] Mending not_toml(std::string_view written);

/// What was written where a value goes, as TOML would have it where that is certain.
[[nodiscard]] std::string as_value(std::string_view written);

/// The same for what is written like a number or a date; nothing for everything else.
[[nodiscard]] std::optional<Mending> not_a_number(std::string_view written);

/// How many bytes the typographic quotation mark at a text's end takes; 0 where there is none.
[[nodiscard]] std::size_t typographic_quote_at_end(std::string_view text);

/// The first character that looks like a space, or like nothing, and is not the space that TOML
/// knows: a no-break space, a zero-width one. Size 0: there is none.
struct OddBlank {
  std::size_t at = 0;
  std::size_t size = 0;
};
[[nodiscard]] OddBlank find_odd_blank(std::string_view text);

/// The file's name in a path as Windows has it: `photo.jpg` of `C:\Users\me\photo.jpg`.
[[nodiscard]] std::optional<std::string> name_in_computer_path(std::string_view path);

/// Of a line `also in = …`: how long the words before the `=` are, and the key that they make with
/// `_` between them. Nothing where other signs stand there.
[[nodiscard]] std::optional<std::pair<std::size_t, std::string>> key_of_words(
    std::string_view line);

/// Without the blanks and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace lamppost
