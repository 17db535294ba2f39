#pragma once

#include <span>

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// The page `/statistics/`: the whole catalogue by cluster, country, status and year.
[[nodiscard]] View statistics_view(const PageScope& scope);

/// The small charts of a cluster: what it leads by status, and by country or year, whichever more
/// of it says. None where there is nothing to compare.
[[nodiscard]] View::List cluster_groups(const PageScope& scope,
                                        std::span<const InitiativeId> leads);

}  // namespace lamppost
