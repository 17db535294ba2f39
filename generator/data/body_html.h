#pragma once

#include <cstddef>
#include <string>

#include "model/content_hash.h"
#include "model/html.h"
#include "model/site.h"

namespace lamppost {

// A body with its gaps filled: each internal link with what it leads to, each picture with its
// address and size. `edition` is the one the body is shown in, `from` the page it belongs to.

/// For a page of the site: links hold on any page, and under the base path.
[[nodiscard]] Html body_html(const Site& site, std::size_t edition, const Origin& from,
                             BodyId body);

/// For what is read outside the site (feeds, open data): whole URLs, and the plain text beside.
/// `page_url` is the page's own.
[[nodiscard]] BodyText absolute_body(const Site& site, std::size_t edition, const Origin& from,
                                     BodyId body, const std::string& page_url);

/// Equal where the two give the same, of a body whose `text_key` is known; does not read the text.
[[nodiscard]] Hash128 body_key(const Site& site, std::size_t edition, const Origin& from,
                               BodyId body);

}  // namespace lamppost
