#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// A rule that needs more than one file. Rules know nothing of each other: each may run on a thread
/// of its own, with `Diagnostics` of its own.
using Rule = void (*)(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics);

/// All of them: references, translations, links, addresses, what is there twice.
[[nodiscard]] std::span<const Rule> rules();

/// Holds a site against every rule.
void check(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics);

}  // namespace lamppost
