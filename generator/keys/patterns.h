#pragma once

#include <string_view>

namespace lamppost {

/// The form of a text for those who can't ask `scalars`: schemas and forms. They let through a few
/// texts that `check` refuses, and refuse none that it takes.
struct Pattern {
  std::string_view expression;  ///< a regular expression of ECMAScript (ECMA-262)
  std::string_view meaning;     ///< in a form, behind "must be": `a web address, such as …`
};

constexpr Pattern filled_pattern = {"\\S", "a text"};
constexpr Pattern slug_pattern = {
    "^[a-z0-9]+(-[a-z0-9]+)*$",
    "small letters from a to z and digits, in groups joined by single hyphens"};
constexpr Pattern language_pattern = {
    "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]+)*$",
    "the code of a language, such as en or fr"};
constexpr Pattern url_pattern = {"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$",
                                 "a web address, such as https://example.eu"};
constexpr Pattern email_pattern = {"^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$",
                                   "an e-mail address, such as office@example.eu"};
constexpr Pattern file_pattern = {R"(^(?!\.{1,2}(/|$))[^/\\]+(/(?!\.{1,2}(/|$))[^/\\]+)*$)",
                                  "the name of a file beside the page"};
constexpr Pattern site_path_pattern = {R"(^/[^\s?#\\]+$)",
                                       "an address on this site, such as /initiatives/old-name/"};
constexpr Pattern digits_pattern = {"^[0-9]+$", "a number of digits only, such as 691895"};

}  // namespace lamppost
