#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// Text as a page may carry it: characters that HTML forbids (controls, noncharacters; they come in
/// as `&#1;`) become U+FFFD, a carriage return becomes a line feed. Expects valid UTF-8.
[[nodiscard]] std::string fit_for_html(std::string_view text);

/// Appends text to markup, in content or in an attribute in double quotes: & < > " as references.
void append_escaped(std::string& markup, std::string_view text);

/// Whether a text surely is fit for HTML and stands in markup as it is, as most do. Of texts with
/// rare letters of other scripts this may be false all the same.
[[nodiscard]] bool is_plain_markup(std::string_view text);

/// Appends a URL to markup as the value of an attribute: what RFC 3986 does not allow is
/// percent-encoded, percent signs that encode something stay.
void append_url(std::string& markup, std::string_view url);

/// Replaces `%20` and its like by the byte they stand for.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace lamppost
