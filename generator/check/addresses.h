#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// No two pages at one address (compared without regard to case), no free page at a reserved one.
void check_addresses(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics);

}  // namespace lamppost
