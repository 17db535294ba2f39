#pragma once

#include "diagnostics/diagnostic.h"
#include "model/site.h"

namespace lamppost {

/// Clusters and initiatives that are named must exist; translations must have their page and agree
/// with it; files named in the front matter must lie beside the page.
void check_references(const Site& site, Diagnostics& diagnostics);

}  // namespace lamppost
