#pragma once

#include <string>

#include "data/pieces.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// Version of the format of `catalogue.json`, raised when a re-user would have to change a program.
inline constexpr int catalogue_version = 1;

/// `catalogue.json`: an edition's whole catalogue; described by `catalogue_schema`. Every object
/// has all of its keys, in the same order; what the content does not say is null or empty.
void catalogue_json(const Site& site, const PagePlan& plan, Pieces& pieces);

/// One initiative as `catalogue.json` has it.
[[nodiscard]] std::string catalogue_entry(const Site& site, const Edition& edition,
                                          InitiativeId id);

/// `index.json` of one initiative: its object from `catalogue.json` with its body.
[[nodiscard]] std::string initiative_json(const Site& site, const PagePlan& plan);

}  // namespace lamppost
