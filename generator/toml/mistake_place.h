#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostics/source_text.h"
#include "toml/toml_scan.h"

namespace lamppost {

/// Where the parser stopped, what it complained of, and what lies around.
struct MistakePlace {
  MistakePlace(const SourceText& text, Span region, std::uint32_t at, std::string_view complaint);

  [[nodiscard]] bool complains(std::string_view words) const;
  [[nodiscard]] std::uint32_t character_end(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t at) const;
  /// The line's end, without the blanks before it.
  [[nodiscard]] std::uint32_t line_end(std::uint32_t at) const;
  [[nodiscard]] bool at_line_end() const;
  [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const;
  /// Where the last `key = value` or header begins.
  [[nodiscard]] std::uint32_t statement() const;
  /// From the value's first byte to the line's end, without a comment.
  [[nodiscard]] Span value() const;

  std::string_view bytes;
  Span area;
  std::string_view said;
  std::uint32_t stop;
  TomlScan scan;
};

[[nodiscard]] bool is_toml_blank(char c);

}  // namespace lamppost
