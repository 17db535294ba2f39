#pragma once

#include <span>
#include <string>

#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// `sitemap.xml` (sitemaps.org 0.9) with the languages' alternates; the index of its parts where
/// the plan has several.
[[nodiscard]] std::string sitemap(const Site& site, const PagePlan& plan,
                                  std::span<const PagePlan> plans);

/// `robots.txt` (RFC 9309), which names the sitemap.
[[nodiscard]] std::string robots(const Site& site);

}  // namespace lamppost
