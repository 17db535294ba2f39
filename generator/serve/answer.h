#pragma once

#include <cstdint>
#include <string>

#include "serve/request.h"
#include "serve/site_files.h"

namespace lamppost {

/// What is served at one moment. Never changed: the next moment has one of its own.
struct ServedSite {
  std::string folder;  ///< that the site lies in
  std::string base_path = "/";
  std::uint64_t version = 0;  ///< greater after each change of the site
  std::uint64_t problem = 0;  ///< another each time that something is wrong; 0: all is well
  std::string problems;       ///< HTML that says what
};

/// What is sent back. The headers that all answers have are the server's.
struct Answer {
  unsigned status = 200;
  std::string type;      ///< `Content-Type`
  std::string location;  ///< of a redirect
  std::string body;
  FoundFile file;          ///< if it is open: this is sent instead of `body`
  bool is_stream = false;  ///< the connection stays open for what is told as it happens
};

/// Answers a request from the files of the site, and from nothing else. Pages get the script that
/// reloads them; what is missing, the site's `404.html`.
[[nodiscard]] Answer answer_to(const Request& request, std::uint16_t port, const ServedSite& site);

/// What pages are told of a moment, by the stream of events: its version and its problem.
[[nodiscard]] std::string event_of(const ServedSite& site);

}  // namespace lamppost
