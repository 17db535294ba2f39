#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// Whether a text is a slug: lower-case ASCII letters and digits in groups joined by single
/// hyphens.
[[nodiscard]] bool is_slug(std::string_view text);

/// The slug of a title or a topic: transliterated to ASCII (CLDR Any-Latin, Latin-ASCII),
/// lower-cased, everything else turned to hyphens. Empty where nothing can be written so (`???`).
[[nodiscard]] std::string slug_from(std::string_view text);

}  // namespace lamppost
