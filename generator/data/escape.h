#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// Text for HTML or XML, in content and in quoted attributes: & < > " ' as references. Control
/// characters that XML 1.0 forbids become U+FFFD.
[[nodiscard]] std::string escape_markup(std::string_view text);

/// The same, added to what is there.
void append_escaped_markup(std::string& markup, std::string_view text);

}  // namespace lamppost
