#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace lamppost {

/// What an internal link leads to.
struct ResolvedLink {
  /// With its `#fragment` where that exists; `#fragment` alone on the same page; empty where the
  /// target doesn't exist.
  std::string address;
  bool fragment_exists = true;      ///< false: the page is there, its heading isn't
  bool is_draft = false;            ///< the target exists but is not published
  std::optional<BodyId> body;       ///< of the page, where the target is one
  std::optional<PixelSize> pixels;  ///< of an image
};

/// Follows a link of a body: the one function by which `check` proves a link and `render` fills its
/// gap. `edition` is the edition the page is shown in, `from` the page's origin, `body` its body
/// (one of the site's).
/// An address written from the site's root (`LinkKind::site`) is returned as written; whether it
/// exists is for the caller to look up among the planned pages.
[[nodiscard]] ResolvedLink resolve(const Site& site, std::size_t edition, const Origin& from,
                                   const Body& body, const Link& link);

/// A path that a page names, as one below the content folder: `../clusters/x.md` in
/// `initiatives/y.md` is `clusters/x.md`. Nothing where it leads out of the content.
[[nodiscard]] std::optional<std::string> path_from(const Origin& from, std::string_view relative);

/// The order for `Site::anchor_order`.
[[nodiscard]] std::vector<std::uint32_t> order_of_anchors(const Body& body);

/// The asset that lies beside a page under that name, if there is one.
[[nodiscard]] const Asset* find_beside(const Site& site, const Origin& from, std::string_view name);

}  // namespace lamppost
