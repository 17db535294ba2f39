#pragma once

#include <cstdint>
#include <optional>

#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"
#include "view/page_scope.h"

namespace lamppost {

/// A hash of all that an initiative's page and its `index.json` are made of: where it is equal they
/// are. To make the view of each page and compare its hash takes twenty times as long. Nothing
/// where the site came without the keys this is made of.
///
/// Whoever has an initiative's page or data show something new must see to it that it is in here.
[[nodiscard]] std::optional<Hash128> initiative_key(const Site& site, std::uint32_t edition,
                                                    InitiativeId id, const EditionViews& shared);

/// The same for what is planned: an initiative's page or data, a topic's, country's or project's
/// page. Nothing for what has no such key.
[[nodiscard]] std::optional<Hash128> page_key(const Site& site, const PagePlan& plan,
                                              const SharedViews& shared);

}  // namespace lamppost
