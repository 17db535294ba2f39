#include "serve/request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lamppost {
namespace {

constexpr unsigned bad_request = 400;
constexpr unsigned forbidden = 403;
constexpr unsigned not_found = 404;
constexpr unsigned method_not_allowed = 405;
constexpr unsigned moved_for_now = 307;
constexpr std::uint16_t port_of_http = 80;

Route refusal(unsigned status, std::string words) {
  return {Destination::refused, status, std::move(words)};
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

bool is_own_name(const std::string& host, std::uint16_t port) {
  constexpr std::array<std::string_view, 3> names = {"localhost", "127.0.0.1", "[::1]"};
  const std::string asked = lower_case(host);
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return asked == std::string(name) + ':' + std::to_string(port) ||
           (port == port_of_http && asked == name);
  });
}

std::optional<unsigned> hexadecimal(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

/// Nothing where an escape is cut off or wrong.
std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hexadecimal(text[i + 1]);
    const auto low = hexadecimal(text[i + 2]);
    if (!high || !low) return std::nullopt;
    decoded += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return decoded;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// One part of a path, between its slashes, that can be the name of a file of the site.
bool is_name(std::string_view part) {
  return !part.empty() && part.front() != '.' &&
         part.find_first_of("/\\") == std::string_view::npos &&
         std::none_of(part.begin(), part.end(), is_control);
}

/// The path of a file or folder, which ends in `/`, relative to the site; nothing where no site
/// can have it.
std::optional<std::string> site_path(std::string_view encoded) {
  std::string path;
  while (!encoded.empty()) {
    const std::size_t end = encoded.find('/');
    const auto part = percent_decoded(encoded.substr(0, end));
    if (!part || !is_name(*part)) return std::nullopt;
    path += *part;
    if (end == std::string_view::npos) break;
    path += '/';
    encoded.remove_prefix(end + 1);
  }
  return path;
}

Route own_route(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Destination>, 5> all = {
      {{"live.js", Destination::script},
       {"worker.js", Destination::worker},
       {"live.css", Destination::style},
       {"problems", Destination::problems},
       {"events", Destination::events}}};
  for (const auto& [own, destination] : all) {
    if (name == own) return {destination, 200, {}};
  }
  return refusal(not_found, "There is nothing at this address.");
}

}  // namespace

Route route(const Request& request, std::uint16_t port, std::string_view base_path) {
  if (request.hosts.size() != 1) return refusal(bad_request, "One host has to be named.");
  if (!is_own_name(request.hosts.front(), port)) {
    return refusal(forbidden, "This server answers to no other name than localhost:" +
                                  std::to_string(port) + '.');
  }
  if (request.method != "GET" && request.method != "HEAD") {
    return refusal(method_not_allowed, "Pages can be read here and nothing else.");
  }
  const std::string_view target = request.target;
  if (!target.starts_with('/') || std::any_of(target.begin(), target.end(), is_control)) {
    return refusal(bad_request, "The address has to begin with a slash.");
  }
  std::string_view path = target.substr(0, target.find_first_of("?#"));
  if (path == "/" || std::string(path) + '/' == base_path) {
    if (path != base_path) return {Destination::moved, moved_for_now, std::string(base_path)};
  }
  if (!path.starts_with(base_path)) {
    return refusal(not_found, "The site begins at " + std::string(base_path) + '.');
  }
  path.remove_prefix(base_path.size());
  if (path.starts_with(own_folder)) return own_route(path.substr(own_folder.size()));
  const auto inside = site_path(path);
  if (!inside) return refusal(not_found, "There is nothing at this address.");
  return {Destination::site, 200, *inside};
}

}  // namespace lamppost
