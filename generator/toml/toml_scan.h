#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source_text.h"

namespace lamppost {

/// How deep brackets, and the dots of one key, may nest.
inline constexpr std::size_t max_toml_depth = 32;

/// What a light reading of TOML finds between the beginning of a region and a byte of it: enough to
/// explain a mistake, and to refuse nesting that would overflow the stack of a real parser. It
/// agrees with one up to the first mistake.
struct TomlScan {
  std::vector<std::uint32_t> statements;  ///< where each `key = value` and each `[header]` begins
  std::vector<std::uint32_t> open;        ///< brackets not closed yet, outermost first
  std::optional<std::uint32_t> text;      ///< the opening quote of a text not closed yet
  std::uint32_t value = 0;                ///< where the last value, or item of a list, begins
  std::optional<std::uint32_t>
      too_deep;  ///< where `max_toml_depth` is passed; the reading ends there
};

/// Reads `bytes` from `region.begin` to `stop`, which lies in the region.
[[nodiscard]] TomlScan scan_toml(std::string_view bytes, Span region, std::uint32_t stop);

/// A key as written: `a."b c"` has two parts.
struct TomlKey {
  std::vector<std::string> parts;  ///< without their quotes; escapes are left as they are
  std::uint32_t end = 0;           ///< after the last part
};

/// The key that begins at a byte; without parts where there is none.
[[nodiscard]] TomlKey toml_key(std::string_view bytes, std::uint32_t at);

/// Whether a key with its `=` begins at a byte.
[[nodiscard]] bool toml_key_has_equals(std::string_view bytes, std::uint32_t at);

/// The key that ends with the region, or before the `=` and the blanks at its end; empty where none
/// does.
[[nodiscard]] Span toml_key_before(std::string_view bytes, Span region);

/// Whether a region holds nothing but texts in quotes with commas between them.
[[nodiscard]] bool are_toml_texts(std::string_view bytes, Span region);

/// Where the text that begins with the quote at a byte ends (after its closing quote), and whether
/// it is closed: if not, `end` is the line's end, or the region's for a text of several lines.
struct TomlText {
  std::uint32_t end = 0;
  bool closed = false;
};
[[nodiscard]] TomlText toml_text(std::string_view bytes, std::uint32_t at,
                                 std::uint32_t region_end);

/// The header at a byte as written: `[contact]`, `[[members]]`; to the line's end if it isn't
/// closed.
[[nodiscard]] Span toml_header(std::string_view bytes, std::uint32_t at);

/// The key of a statement with dots between its parts: `a.b` for `a."b" = 1` and for `[a.b]`.
[[nodiscard]] std::string toml_name(std::string_view bytes, std::uint32_t statement);

/// The key or header that says, before the statement or key at `second`, the same; the nearest,
/// since each of `[[entries]]` begins anew.
[[nodiscard]] std::optional<Span> toml_said_before(std::string_view bytes,
                                                   std::span<const std::uint32_t> statements,
                                                   std::uint32_t second);

}  // namespace lamppost
