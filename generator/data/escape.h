#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// U+FFFD, for what can't be written.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Text for HTML or XML, in content and in quoted attributes: & < > " ' as references. Control
/// characters that XML 1.0 forbids become U+FFFD.
[[nodiscard]] std::string escape_markup(std::string_view text);

/// The same, added to what is there.
void append_escaped_markup(std::string& markup, std::string_view text);

}  // namespace lamppost
