#pragma once

#include "diagnostics/diagnostic.h"
#include "model/cluster.h"
#include "model/free_page.h"
#include "model/initiative.h"
#include "model/origin.h"

namespace lamppost {

// From a table that `conform` has gone over to the noun it describes: every value has its type, so
// nothing can fail. `origin.given` is that table.

[[nodiscard]] Initiative initiative_from(Origin origin);
[[nodiscard]] Cluster cluster_from(Origin origin);
[[nodiscard]] FreePage free_page_from(Origin origin);

/// Reports an initiative that ends before it starts.
void check_dates(const Initiative& initiative, Diagnostics& diagnostics);

}  // namespace lamppost
