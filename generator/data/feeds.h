#pragma once

#include <vector>

#include "data/pieces.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// The Atom feed (RFC 4287) of an edition, or of a cluster where the plan has a subject: the
/// initiatives by their last date, newest first, at most `feed_length`.
/// Where a former catalogue is known, an entry says what has changed since.
/// Without any date an entry carries 1970-01-01, so that the same input gives the same bytes.
void feed(const Site& site, const PagePlan& plan, Pieces& pieces);

/// The bodies that the feed carries, in its order.
[[nodiscard]] std::vector<BodyId> bodies_in_feed(const Site& site, const PagePlan& plan);

}  // namespace lamppost
