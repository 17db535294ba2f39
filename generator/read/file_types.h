#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// What follows the last dot of a file's name, lower-case; empty if there is none.
[[nodiscard]] std::string ending_of(std::string_view name);

/// Whether a file of that ending may be published beside a page. Types that a browser would run as
/// part of the site (HTML, SVG, XML, scripts, styles) may not: contributors are not trusted.
[[nodiscard]] bool is_publishable(std::string_view ending);

/// The endings that may, for messages.
[[nodiscard]] std::string publishable_endings();

/// Whether it is a picture whose size can be read.
[[nodiscard]] bool is_picture(std::string_view ending);

}  // namespace lamppost
