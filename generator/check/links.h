#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// Every link of every body must lead to a page, heading or file of the site.
void check_links(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics);

}  // namespace lamppost
