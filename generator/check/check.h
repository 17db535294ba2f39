#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// Every rule that needs more than one file: references, links, addresses.
void check(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics);

}  // namespace lamppost
