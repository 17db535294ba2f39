#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lamppost {

// Site addresses begin with `/` and do not know the base path; `prefix` is an edition's (`""`,
// `/fr`).

[[nodiscard]] std::string home_address(std::string_view prefix);
[[nodiscard]] std::string cluster_address(std::string_view prefix, std::string_view slug);
[[nodiscard]] std::string initiative_address(std::string_view prefix, std::string_view slug);
[[nodiscard]] std::string topic_address(std::string_view prefix, std::string_view slug);
[[nodiscard]] std::string country_address(std::string_view prefix, std::string_view slug);
[[nodiscard]] std::string project_address(std::string_view prefix, std::string_view slug);
[[nodiscard]] std::string changes_address(std::string_view prefix);
[[nodiscard]] std::string compare_address(std::string_view prefix);
[[nodiscard]] std::string statistics_address(std::string_view prefix);
[[nodiscard]] std::string open_data_address(std::string_view prefix);
[[nodiscard]] std::string contribute_address(std::string_view prefix);
[[nodiscard]] std::string embed_address(std::string_view prefix, std::string_view cluster_slug);
[[nodiscard]] std::string a_to_z_address(std::string_view prefix);
[[nodiscard]] std::string search_address(std::string_view prefix);
[[nodiscard]] std::string free_page_address(std::string_view prefix, std::string_view slug);

/// A further page of a list: `/clusters/x/` and 2 give `/clusters/x/page/2/`; 1 gives the list
/// itself.
[[nodiscard]] std::string list_page_address(std::string_view list, std::uint32_t page_number);

/// The file an address is served from: `/clusters/x/` → `clusters/x/index.html`, `/feed.xml` →
/// `feed.xml`.
[[nodiscard]] std::string output_path(std::string_view address);

/// A link from any page of the site: the base path (`/a/b/`) and the address, percent-encoded
/// (RFC 3986). A `#fragment` is kept.
[[nodiscard]] std::string href(std::string_view base_path, std::string_view address);

/// The absolute URL of an address under a base URL that ends in `/`.
[[nodiscard]] std::string absolute_url(std::string_view base_url, std::string_view address);

/// First folders of the site's own addresses, which a free page can't take; language codes come on
/// top.
[[nodiscard]] std::span<const std::string_view> reserved_names();

}  // namespace lamppost
