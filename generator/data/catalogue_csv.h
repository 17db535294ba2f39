#pragma once

#include "data/pieces.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// `catalogue.csv` (RFC 4180, UTF-8, header row): one row per initiative, in the order the home
/// page lists them. Entries of a list are joined by `; `. A text that a spreadsheet would take for
/// a formula begins with an apostrophe.
void catalogue_csv(const Site& site, const PagePlan& plan, Pieces& pieces);

}  // namespace lamppost
