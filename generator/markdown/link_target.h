#pragma once

#include <string>
#include <string_view>

#include "model/body.h"

namespace lamppost {

/// What the destination of a link in Markdown leads to.
struct LinkTarget {
  enum class Reach : std::uint8_t {
    inside,      ///< the site: `kind` and `target` hold
    outside,     ///< elsewhere: `address` holds
    bad_scheme,  ///< a scheme that is not allowed: `scheme` holds
    no_host,     ///< http or https without a host
  };

  Reach reach{};
  LinkKind kind{};      ///< never `image`: that is for the caller to know
  std::string target;   ///< percent-encoding decoded
  std::string address;  ///< the whole URL, not yet encoded for markup
  std::string scheme;   ///< lower-case, without the colon

  friend bool operator==(const LinkTarget&, const LinkTarget&) = default;
};

/// Judges a destination as browsers would read it (WHATWG URL): white space around it and line ends
/// and tabs in it don't count, a backslash is a slash. `//host/` is https. Schemes other than http,
/// https, mailto and tel are bad, also where they show only after percent-decoding.
[[nodiscard]] LinkTarget link_target(std::string_view destination);

}  // namespace lamppost
