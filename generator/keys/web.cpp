#include "keys/web.h"

#include <algorithm>

#include "diagnostics/source_text.h"

namespace lamppost {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_same_without_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(),
                    [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x - 'A' + 'a' : x) == y; });
}

/// White space and characters that can't be seen, none of which belongs in an address.
bool is_white(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

bool has_white(std::string_view text) {
  const auto is_plain = [](char c) { return c > 0x20 && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return false;  // nearly always
  for (std::size_t at = 0; at < text.size();) {
    const auto character = character_at(text, at);
    if (is_white(character.value)) return true;
    at += character.size;
  }
  return false;
}

/// A host name with a dot: `example.eu`, `münchen.example`.
bool is_domain(std::string_view host) {
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos || host.front() == '.' || host.size() - dot < 3) return false;
  const auto belongs = [](char c) {
    return is_letter_or_digit(c) || c == '-' || c == '.' || (c & 0x80) != 0;
  };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(host.begin(), host.end(), belongs) &&
         host.find("..") == std::string_view::npos &&
         std::none_of(host.begin() + static_cast<std::ptrdiff_t>(dot), host.end(), is_digit);
}

/// The host and port of what stands behind `https://`.
std::string_view authority_of(std::string_view rest) {
  return rest.substr(0, rest.find_first_of("/?#"));
}

std::optional<std::string> with_scheme(std::string_view text) {
  while (text.starts_with('/') || text.starts_with(':')) text.remove_prefix(1);
  const bool is_sure = is_domain(authority_of(text)) && !has_white(text) &&
                       !url_problem("https://" + std::string(text));
  if (!is_sure) return std::nullopt;
  return "https://" + std::string(text);
}

AddressProblem scheme_problem(std::string_view text, std::string_view scheme) {
  if (is_same_without_case(scheme, "mailto"))
    return {"this is an e-mail address: give the address of a page", {}};
  if (const auto mended = with_scheme(text)) return {"write `" + *mended + "`", mended};
  return {"begin it with `https://`", std::nullopt};
}

/// What is wrong with the parts of a path that `/` divides.
std::optional<AddressProblem> part_problem(std::string_view path) {
  while (true) {
    const auto part = path.substr(0, path.find('/'));
    if (part == "." || part == "..")
      return AddressProblem{"write it without `.` and `..`", std::nullopt};
    if (part.empty())
      return AddressProblem{"write single slashes, with a name between them", std::nullopt};
    if (part.size() == path.size()) return std::nullopt;
    path.remove_prefix(part.size() + 1);
  }
}

AddressProblem no_web_address(std::string help) { return {std::move(help), std::nullopt}; }

}  // namespace

std::optional<AddressProblem> url_problem(std::string_view text) {
  const auto colon = text.find("://");
  const auto scheme = text.substr(0, std::min(colon, text.find(':')));
  const bool is_web = is_same_without_case(scheme, "http") || is_same_without_case(scheme, "https");
  if (colon == std::string_view::npos || !is_web) return scheme_problem(text, scheme);
  if (has_white(text)) return no_web_address("write it without spaces: `%20` stands for one");
  if (text.find_first_of("\"<>\\^`{|}") != std::string_view::npos) {
    return no_web_address("none of \" < > \\ ^ ` { | } may stand in it");
  }
  auto host = authority_of(text.substr(colon + 3));
  host.remove_prefix(std::min(host.rfind('@') + 1, host.size()));
  const auto name = host.starts_with('[') ? host : host.substr(0, host.find(':'));
  if (name.empty() || name.starts_with('.') || name.find("..") != std::string_view::npos) {
    return no_web_address("write the site's name behind `://`, as in `https://example.eu/`");
  }
  return std::nullopt;
}

std::optional<AddressProblem> email_problem(std::string_view text) {
  if (is_same_without_case(text.substr(0, 7), "mailto:")) {
    const auto address = std::string(text.substr(7));
    if (email_problem(address)) return no_web_address("write it as `name@example.eu`");
    return AddressProblem{"write `" + address + "`", address};
  }
  const auto at = text.find('@');
  const bool is_right = at != std::string_view::npos && at > 0 && at == text.rfind('@') &&
                        !has_white(text) && is_domain(text.substr(at + 1)) &&
                        text.find_first_of("\"<>\\(),:;[]") == std::string_view::npos;
  if (is_right) return std::nullopt;
  return no_web_address("write it as `name@example.eu`");
}

std::optional<AddressProblem> file_problem(std::string_view text) {
  if (text.find("://") != std::string_view::npos)
    return no_web_address("put the file beside the page and write its name");
  if (text.find('\\') != std::string_view::npos) {
    auto mended = std::string(text);
    std::replace(mended.begin(), mended.end(), '\\', '/');
    if (file_problem(mended))
      return no_web_address("write `/` between folders, from the page's own folder");
    return AddressProblem{"write `" + mended + "`", mended};
  }
  if (text.starts_with("./") && !part_problem(text.substr(2))) {
    auto mended = std::string(text.substr(2));
    return AddressProblem{"write `" + mended + "`", mended};
  }
  if (text.starts_with('/'))
    return no_web_address(
        "put the file beside the page and write its name, without a `/` before it");
  if (text.starts_with("..") || text.find("/..") != std::string_view::npos) {
    return no_web_address("put the file beside the page or below it: `..` leads out of the folder");
  }
  return part_problem(text);
}

std::optional<AddressProblem> site_path_problem(std::string_view text) {
  if (text.find("://") != std::string_view::npos)
    return no_web_address("write only what follows the site's own address, beginning with `/`");
  if (has_white(text) || text.find_first_of("\"<>\\^`{|}") != std::string_view::npos) {
    return no_web_address("write it without spaces, backslashes and quotes");
  }
  if (text.find_first_of("?#") != std::string_view::npos)
    return no_web_address("write it without `?` and `#`: they can't be redirected");
  if (!text.starts_with('/')) {
    auto mended = "/" + std::string(text);
    if (site_path_problem(mended)) return no_web_address("begin it with a `/`");
    return AddressProblem{"write `" + mended + "`", mended};
  }
  auto inner = text.substr(1);
  if (inner.ends_with('/')) inner.remove_suffix(1);
  return inner.empty() ? no_web_address("the home page's own address can't redirect")
                       : part_problem(inner);
}

}  // namespace lamppost
