#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// Adds what only an initiative's own page shows of it: its figures with their entries, target and
/// milestones, dates, contact, neighbours.
void add_initiative(View& view, const PageScope& scope, InitiativeId id);

}  // namespace lamppost
