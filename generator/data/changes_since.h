#pragma once

#include <cstddef>
#include <vector>

#include "data/former_catalogue.h"
#include "model/changes.h"
#include "model/site.h"

namespace lamppost {

/// Which of `compared_parts` read differently. What one side says nothing of can't be compared.
[[nodiscard]] std::vector<std::size_t> different_parts(const PartHashes& before,
                                                       const PartHashes& now);

/// What is different in the site from a former catalogue, by slug: of the edition in the language
/// of that catalogue, or else the default one.
[[nodiscard]] Changes changes_since(const FormerCatalogue& former, const Site& site);

}  // namespace lamppost
