#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// What a list can be narrowed down by: the clusters, topics, countries and statuses its
/// initiatives have, with how many have each. On a list of one page its cards are filtered in
/// place; one of several pages leads to the search. `false` where there is none, and for a few
/// initiatives.
[[nodiscard]] View filter_view(const PageScope& scope, std::span<const InitiativeId> list);

/// What a search of the whole catalogue can be narrowed down by. A cluster counts what it leads and
/// what else names it, as the search finds both.
[[nodiscard]] View search_filter_view(const PageScope& scope);

/// The filters of an edition's lists that go over several pages, for `EditionViews::filters`.
[[nodiscard]] std::map<std::pair<PageKind, std::uint32_t>, View> filters_of_long_lists(
    const Site& site, std::uint32_t edition);

/// What the page of a cluster lists: what it leads, then what else names it.
[[nodiscard]] std::vector<InitiativeId> list_of(const LocalCluster& cluster);

}  // namespace lamppost
