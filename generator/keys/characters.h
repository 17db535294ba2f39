#pragma once

#include <cstddef>
#include <string_view>

namespace lamppost {

/// Where the first byte from `at` on stands that is no printable ASCII, tab or line feed: what any
/// text may hold, and most do not hold anything else.
[[nodiscard]] std::size_t past_plain_ascii(std::string_view text, std::size_t at);

/// Whether a character has no place in a text: C0 but for tab and line ends, DEL, C1, and Unicode's
/// noncharacters.
[[nodiscard]] bool is_control_character(char32_t character);

/// Whether a text holds such characters; TOML can write them as escapes.
[[nodiscard]] bool has_control_characters(std::string_view text);

}  // namespace lamppost
