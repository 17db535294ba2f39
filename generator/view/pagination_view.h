#pragma once

#include <span>
#include <string>
#include <vector>

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// How many initiatives stand on the pages of a list before the planned one.
[[nodiscard]] std::size_t page_start(const PageScope& scope);

/// The initiatives that stand on the planned page of a list.
[[nodiscard]] std::span<const InitiativeId> page_of(const PageScope& scope,
                                                    const std::vector<InitiativeId>& list);

/// The links between the pages of the list at that address; `false` where it has one page only.
/// Of many pages those near the ends and the current one, with gaps between.
[[nodiscard]] View pagination_view(const PageScope& scope, const std::string& list_address);

}  // namespace lamppost
