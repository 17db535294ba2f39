#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/site.h"

namespace lamppost {

/// What lies at an address. The first group are pages (HTML, with a layout), the second are data
/// files, the third are files that are published as they are.
enum class PageKind : std::uint8_t {
  home,
  cluster,
  initiative,
  topic,
  country,
  free_page,
  not_found,
  redirect,
  // The rest of the pages exist where the theme has a layout for them.
  a_to_z,      ///< every initiative by title
  search,      ///< over the whole catalogue
  statistics,  ///< the catalogue in figures
  changes,     ///< what is new
  project,     ///< subject: index into `Edition::projects`
  compare,     ///< initiatives side by side
  open_data,   ///< how to use the catalogue's data
  contribute,  ///< how to propose an initiative
  embed,       ///< subject: a cluster, for other sites to frame

  feed,  ///< Atom, the edition's or (subject) a cluster's
  catalogue_json,
  catalogue_schema,
  front_matter_schema,  ///< of an initiative's front matter, for editors
  proposal_rules,       ///< how the form for proposals judges, and in which words
  proposal_names,       ///< page_number: a shard of the names that are taken
  catalogue_csv,
  initiative_json,
  sitemap,  ///< sitemap.xml: the whole, or the index of its parts
  sitemap_part,
  robots,
  dcat,           ///< the catalogue's data described in DCAT
  search_index,   ///< which shard holds which words
  search_words,   ///< page_number: a shard of words with who has them
  search_titles,  ///< page_number: a shard of what results show
  search_orders,  ///< page_number: a shard of the places in one order after the other

  asset,   ///< subject: index into `Site::assets`
  style,   ///< subject: index into `Theme::styles`
  script,  ///< subject: index into `Theme::scripts`
};

/// One address the site will have, and what is there.
struct PagePlan {
  /// From the site's root, before the base path: `/clusters/citizen-focus/page/2/`. A page ends in
  /// `/`.
  std::string address;
  PageKind kind{};
  std::uint32_t edition = 0;  ///< index into `Site::editions`
  /// Index of the cluster, initiative, term, free page or file; for a redirect of what it leads to
  /// (`target_kind`). `no_subject` where the kind has none.
  std::uint32_t subject = no_subject;
  std::uint32_t page_number = 1;  ///< of a paginated list or a split sitemap, from 1
  std::uint32_t page_count = 1;
  std::string target;      ///< redirect: the address it leads to
  PageKind target_kind{};  ///< redirect: `initiative` or `cluster`

  static constexpr std::uint32_t no_subject = UINT32_MAX;
  friend bool operator==(const PagePlan&, const PagePlan&) = default;
};

/// The layout a kind of page is made with (`home`, `cluster`, …); empty for data and files.
[[nodiscard]] std::string_view layout_of(PageKind kind);

/// Whether pages of that kind are for readers to find: no data, and no page that stands in for
/// another (an error page, a redirect, an embed).
[[nodiscard]] bool is_listed(PageKind kind);

/// Every kind that has a layout.
[[nodiscard]] std::span<const PageKind> layout_kinds();

/// Whether a theme may do without a layout for that kind of page: then there are no such pages.
[[nodiscard]] bool is_optional(PageKind kind);

/// Whether the site has pages of that kind, or would if there were something to show.
[[nodiscard]] bool offers(const Site& site, PageKind kind);

/// Into how many files the search of one edition is divided: known before a text is read. A reader
/// who searches loads few of them, each small.
struct SearchSizes {
  static constexpr std::uint32_t orders = 3;  ///< by title, newest first, most members first
  static constexpr std::uint32_t per_order_shard = 2048;  ///< initiatives

  std::uint32_t words = 0;            ///< shards of words
  std::uint32_t titles = 0;           ///< shards of what results show
  std::uint32_t per_title_shard = 0;  ///< initiatives
  std::uint32_t order_shards = 0;     ///< of each order
};

[[nodiscard]] SearchSizes search_sizes(std::size_t initiatives);

/// Into how many files the names of initiatives are divided that the form for proposals looks up.
[[nodiscard]] std::uint32_t proposal_name_shards(std::size_t initiatives);

/// How much one sitemap may hold. sitemaps.org allows 50,000 addresses and 52,428,800 bytes; a
/// sitemap splits before that.
struct SitemapLimits {
  std::size_t addresses = 49'999;
  std::size_t bytes = 50'000'000;
};

/// Every address of the site, in the order of editions, kinds and ids; addresses may repeat where
/// the content makes them collide (`check` says so).
[[nodiscard]] std::vector<PagePlan> plan_pages(const Site& site, const SitemapLimits& limits = {});

}  // namespace lamppost
