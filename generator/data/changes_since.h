#pragma once

#include "data/former_catalogue.h"
#include "model/changes.h"
#include "model/site.h"

namespace lamppost {

/// What is different in the site from a former catalogue, by slug: of the edition in the language
/// of that catalogue, or else the default one.
[[nodiscard]] Changes changes_since(const FormerCatalogue& former, const Site& site);

}  // namespace lamppost
