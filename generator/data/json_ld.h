#pragma once

#include <string>
#include <string_view>

#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// schema.org markup (JSON-LD 1.1) of a page, safe inside `<script>`; empty for a page that stands
/// for nothing (not found, redirect). `title` and `description` are those of a page that nobody
/// wrote, in the theme's words.
[[nodiscard]] std::string json_ld(const Site& site, const PagePlan& plan,
                                  std::string_view title = {}, std::string_view description = {});

}  // namespace lamppost
