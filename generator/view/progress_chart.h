#pragma once

#include "model/initiative.h"
#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// How an initiative came nearer to its target, as steps from milestone to milestone, in percent of
/// the chart's width and height: areas, lines, points, the target's height, the day it is set for.
/// `false` where fewer than two milestones on different days say a value.
[[nodiscard]] View progress_chart(const PageScope& scope, const Initiative& initiative);

}  // namespace lamppost
