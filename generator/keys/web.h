#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamppost {

/// Why a text can't be used as an address, and what was certainly meant.
struct AddressProblem {
  std::string help;
  std::optional<std::string> mended;
};

/// What is wrong with an absolute http or https URL (RFC 3986; characters beyond ASCII may stand
/// as they are); nothing if it is right.
[[nodiscard]] std::optional<AddressProblem> url_problem(std::string_view text);

/// What is wrong with an e-mail address; nothing if it is right. Only what is surely wrong counts:
/// whether an address exists nobody can see from it.
[[nodiscard]] std::optional<AddressProblem> email_problem(std::string_view text);

/// What is wrong with the name of a file beside a page or below it; nothing if it is right.
[[nodiscard]] std::optional<AddressProblem> file_problem(std::string_view text);

/// What is wrong with an address from the site's root; nothing if it is right.
[[nodiscard]] std::optional<AddressProblem> site_path_problem(std::string_view text);

}  // namespace lamppost
