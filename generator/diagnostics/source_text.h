#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamppost {

/// What some editors put before the first character of a file.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A range of bytes in one file, half-open. The file is named by whoever holds the span
/// (`Diagnostic::file`, `Origin::path`), so that what is parsed from a file depends on its bytes
/// only.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A value and the place it was read from, for values a later stage may complain about.
template <typename T>
struct Located {
  T value{};
  Span where;

  friend bool operator==(const Located&, const Located&) = default;
};

/// A file's bytes with the start of each line, so that places can be named.
struct SourceText {
  std::string path;  ///< as shown to people: UTF-8, `/` between folders
  std::string bytes;
  std::vector<std::uint32_t> line_starts;  ///< at least one: line 1 starts at 0
  /// Characters before every `mark_distance`-th byte: in a file that is one long line a column is
  /// still found at once. Empty where no line is longer than that.
  std::vector<std::uint32_t> character_marks = {};

  static constexpr std::uint32_t mark_distance = 1024;
};

/// Makes a SourceText with the marks it needs; a line ends at LF (a CR before it belongs to the
/// line's end).
[[nodiscard]] SourceText make_source_text(std::string path, std::string bytes);

/// A place as people count: both from 1, the column in characters (Unicode code points).
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

/// Where a byte offset lies. An offset past the end is the end, one inside a character or a line's
/// end is its beginning. A byte order mark at the start of the file is no character.
[[nodiscard]] LineColumn line_column(const SourceText& text, std::uint32_t offset);

/// The text of a line (from 1) without its line ending (a byte order mark is kept); empty past the
/// last line.
[[nodiscard]] std::string_view line_text(const SourceText& text, std::uint32_t line);

/// The byte offset of a line and a column in characters, the reverse of `line_column`; clamped.
[[nodiscard]] std::uint32_t offset_of(const SourceText& text, LineColumn place);

/// A character as UTF-8 has it.
struct Character {
  char32_t value = 0;
  std::uint32_t size = 1;  ///< bytes
  bool valid = true;       ///< false: `value` is one byte that is no UTF-8 (RFC 3629)

  friend bool operator==(const Character&, const Character&) = default;
};

/// The same as `character_at`, for a character that is not ASCII.
[[nodiscard]] Character long_character_at(std::string_view bytes, std::size_t offset);

/// The character that begins at `offset`, which is less than the size of `bytes`.
[[nodiscard]] inline Character character_at(std::string_view bytes, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(bytes[offset]);
  return lead < 0x80 ? Character{lead, 1, true} : long_character_at(bytes, offset);
}

/// Offset of the first byte that is not valid UTF-8 (RFC 3629), or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

}  // namespace lamppost
