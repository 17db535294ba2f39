#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// What became of an initiative since a former catalogue; `false` where it is as it was, or where
/// nothing is known.
[[nodiscard]] View change_view(const PageScope& scope, InitiativeId id);

/// Adds what the page of changes lists: what was added, what was changed and, on its last page,
/// what was removed; without a former catalogue the initiatives that were updated last.
void add_changes(View& view, const PageScope& scope);

}  // namespace lamppost
