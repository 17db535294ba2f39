#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamppost {

/// What of a request decides its answer.
struct Request {
  std::string method;
  std::string target;              ///< as it was sent
  std::vector<std::string> hosts;  ///< the values of each `Host`
};

/// Where a request leads.
enum class Destination : std::uint8_t {
  refused,   ///< with `Route::status` and the words in `Route::text`
  moved,     ///< to the address in `Route::text`
  site,      ///< the file or folder of the site at `Route::text`, relative to it
  script,    ///< what reloads pages and shows problems
  worker,    ///< what that script shares among tabs
  style,     ///< how problems look
  problems,  ///< what is wrong now
  events,    ///< what is told as it happens
};

struct Route {
  Destination destination{};
  unsigned status = 200;
  std::string text;
};

/// The folder of what the server itself offers, below the base path. No file of a site can be in
/// it: hidden names are never content.
inline constexpr std::string_view own_folder = ".lamppost/";

/// Finds out where a request leads. Only GET and HEAD, and only with the server's own name (a
/// page of elsewhere may have got its own to mean this machine). `base_path` begins and ends with
/// `/`. Whatever was sent, a path of the site has no empty part and none that begins with a dot,
/// no backslash and no control character.
[[nodiscard]] Route route(const Request& request, std::uint16_t port, std::string_view base_path);

}  // namespace lamppost
