#pragma once

#include <string>

#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// schema.org markup (JSON-LD 1.1) of a page, safe inside `<script>`; empty for a page that stands
/// for nothing (not found, redirect).
[[nodiscard]] std::string json_ld(const Site& site, const PagePlan& plan);

}  // namespace lamppost
