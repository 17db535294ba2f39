#pragma once

#include <string>

#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// A shard of what is there already, as JSON for the form's script: under `slugs` the titles of
/// initiatives by the names of their files (and of who had the address before), under `titles` and
/// `websites` those by what `check` holds alike (`title_key`, `website_key`), under `topics` the
/// topics by the names in their addresses. What has a name is in the shard of that name's FNV-1a
/// (32 bits, over its bytes) by the number of shards.
[[nodiscard]] std::string proposal_names(const Site& site, const PagePlan& plan);

}  // namespace lamppost
