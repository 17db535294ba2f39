#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace lamppost {

/// What follows a link's text: `(destination "title")`.
struct LinkTail {
  std::size_t destination_begin = 0;
  std::size_t destination_end = 0;
  std::size_t end = 0;  ///< past the closing parenthesis

  friend bool operator==(const LinkTail&, const LinkTail&) = default;
};

/// Reads the tail of an inline link that begins at that place (CommonMark 0.29, section 6.6);
/// nothing if none does.
[[nodiscard]] std::optional<LinkTail> link_tail(std::string_view text, std::size_t at);

/// The place past a link label `[…]` that begins at that place, or `at` if none does.
[[nodiscard]] std::size_t end_of_label(std::string_view text, std::size_t at);

/// The length of the character reference (`&amp;`, `&#38;`) at that place by its form; 0 if none is
/// there.
[[nodiscard]] std::size_t reference_length(std::string_view text, std::size_t at);

}  // namespace lamppost
