#pragma once

#include <vector>

#include "model/site.h"

namespace lamppost {

/// The files that are published as they are, by output path: those of the bundles but a draft's,
/// and of the theme and its parents the nearest of each name. A style or script that pages link to
/// is left out: it is published under a name with its hash. `site` has its theme and `by_source`.
[[nodiscard]] std::vector<Asset> published_assets(const Site& site, std::vector<Asset> assets);

}  // namespace lamppost
