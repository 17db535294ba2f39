#pragma once

#include <span>
#include <vector>

#include "model/page_plan.h"
#include "model/site.h"
#include "render/artifact.h"
#include "render/templates.h"
#include "view/page_scope.h"

namespace lamppost {

/// The bodies whose text is part of what lies at an address.
[[nodiscard]] std::vector<BodyId> bodies_shown(const Site& site, const PagePlan& plan);

/// Makes what lies at one address. `templates` belongs to the calling thread.
[[nodiscard]] Artifact render(const Site& site, const PagePlan& plan,
                              std::span<const PagePlan> plans, const SharedViews& shared,
                              Templates& templates);

}  // namespace lamppost
