#pragma once

#include <optional>
#include <span>
#include <string>

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

// The parts that pages of several kinds show alike. Each carries all its names wherever it stands.

/// An initiative on a list.
[[nodiscard]] View card_view(const PageScope& scope, InitiativeId id);
[[nodiscard]] View::List card_views(const PageScope& scope, std::span<const InitiativeId> ids);

/// Makes once what cards are made of: statuses, links to clusters, topics and countries, figures.
void add_parts_of_cards(EditionViews& views, const PageScope& scope);

/// An initiative to be linked to: title, href, lang, dir. Nothing gives `false`.
[[nodiscard]] View initiative_link(const PageScope& scope, std::optional<InitiativeId> id);

/// A cluster to be linked to, with its accent and whether the page is its own.
[[nodiscard]] View cluster_link(const PageScope& scope, ClusterId id);
[[nodiscard]] View::List cluster_links(const PageScope& scope, std::span<const ClusterId> ids);

/// One figure, or any count: key, value, number, label (`labels.<key>`), text (`figures.<key>`),
/// is_zero.
[[nodiscard]] View figure_view(const PageScope& scope, const std::string& key, std::uint64_t count);

/// The four figures, always all of them.
[[nodiscard]] View::List figure_views(const PageScope& scope, const Figures& figures);

/// How many initiatives there are, before the sums of their four figures.
[[nodiscard]] View::List total_views(const PageScope& scope, std::uint64_t initiatives,
                                     const Figures& figures);

/// Topics or countries of the edition to be linked to: name, slug, href, count; a country's code.
[[nodiscard]] View topic_link(const PageScope& scope, std::uint32_t topic);
[[nodiscard]] View country_link(const PageScope& scope, std::uint32_t country);

/// All of them, in their order.
[[nodiscard]] View::List topic_links(const PageScope& scope);
[[nodiscard]] View::List country_links(const PageScope& scope);

/// The picture of a page: src, alt, width, height; `false` where there is none.
[[nodiscard]] View image_view(const PageScope& scope, const Origin& from,
                              const std::optional<Image>& image);

/// A date: iso and text; `false` where there is none.
[[nodiscard]] View date_view(const PageScope& scope, const std::optional<Date>& date);

[[nodiscard]] View status_view(const PageScope& scope, Status status);
[[nodiscard]] View::List status_views(const PageScope& scope);  ///< of all there are

}  // namespace lamppost
