#include "markdown/link_target.h"

#include <algorithm>
#include <cstddef>

#include "diagnostics/source_text.h"
#include "markdown/markup.h"

namespace lamppost {
namespace {

bool is_control_or_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

bool is_slash(char c) { return c == '/' || c == '\\'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What a browser leaves of a URL before it reads it.
std::string as_browsers_read(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
  std::string kept(url);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

/// The scheme a URL begins with (RFC 3986), lower-case; empty if it has none.
std::string scheme_of(std::string_view url) {
  std::size_t end = 0;
  const auto belongs = [&end](char c) {
    const bool inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    return is_letter(c) || (end > 0 && inner);
  };
  while (end < url.size() && belongs(url[end])) ++end;
  if (end == url.size() || url[end] != ':') return {};
  std::string scheme(url.substr(0, end));
  for (char& c : scheme) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return scheme;
}

/// The scheme that shows when everything is taken away that could hide it.
std::string hidden_scheme(std::string_view url) {
  if (url.find(':') == std::string_view::npos && url.find('%') == std::string_view::npos) return {};
  std::string bare;
  for (const char c : percent_decoded(url)) {
    if (!is_control_or_space(c) || (c == ' ' && !bare.empty())) bare += c;
  }
  return scheme_of(bare);
}

bool is_allowed(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

/// The part of `//user@host:8080/…` that names the host.
std::string_view host_of(std::string_view after_slashes) {
  std::string_view host = after_slashes.substr(0, after_slashes.find_first_of("/\\?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  return host.substr(0, host.rfind(':'));
}

bool is_host(std::string_view host) {
  return !host.empty() && host.find_first_of(" \"#%/:<>?@[\\]^`{|}") == std::string_view::npos &&
         std::none_of(host.begin(), host.end(), is_control_or_space);
}

/// `rest` is what follows the scheme's colon, or the whole of a `//host/…`.
LinkTarget web_address(const std::string& scheme, std::string_view rest) {
  if (rest.size() < 2 || !is_slash(rest[0]) || !is_slash(rest[1])) {
    return {LinkTarget::Reach::no_host, {}, {}, {}, scheme};
  }
  rest.remove_prefix(2);
  if (!is_host(host_of(rest))) return {LinkTarget::Reach::no_host, {}, {}, {}, scheme};
  return {LinkTarget::Reach::outside, {}, {}, scheme + "://" + std::string(rest), scheme};
}

LinkKind kind_of(std::string_view url) {
  if (!url.empty() && url.front() == '#') return LinkKind::fragment;
  const std::string_view path = url.substr(0, url.find('#'));
  if (path.size() > 3 && path.substr(path.size() - 3) == ".md") return LinkKind::page;
  return !url.empty() && url.front() == '/' ? LinkKind::site : LinkKind::file;
}

/// The percent-encoding decoded, unless that would give something that is no text or change where
/// the fragment begins.
std::string decoded_target(const std::string& url) {
  if (url.find('%') == std::string::npos) return url;
  const std::string decoded = percent_decoded(url);
  const bool is_text =
      first_invalid_utf8(decoded) == std::string_view::npos && fit_for_html(decoded) == decoded;
  const bool same_fragment =
      std::count(decoded.begin(), decoded.end(), '#') == std::count(url.begin(), url.end(), '#');
  return is_text && same_fragment ? decoded : url;
}

}  // namespace

LinkTarget link_target(std::string_view destination) {
  const std::string url = as_browsers_read(destination);
  const std::string scheme = scheme_of(url);
  if (scheme == "http" || scheme == "https") {
    return web_address(scheme, std::string_view(url).substr(scheme.size() + 1));
  }
  if (is_allowed(scheme)) return {LinkTarget::Reach::outside, {}, {}, url, scheme};
  const std::string hidden = hidden_scheme(url);
  if (!hidden.empty() && !is_allowed(hidden)) {
    return {LinkTarget::Reach::bad_scheme, {}, {}, {}, hidden};
  }
  if (url.size() > 1 && is_slash(url[0]) && is_slash(url[1])) return web_address("https", url);
  return {LinkTarget::Reach::inside, kind_of(url), decoded_target(url), {}, {}};
}

}  // namespace lamppost
