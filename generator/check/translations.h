#pragma once

#include "diagnostics/diagnostic.h"
#include "model/site.h"

namespace lamppost {

/// Every content file must have a place in the site: a translation its page and its language, a
/// page its name for itself. A translation must not contradict its page.
void check_translations(const Site& site, Diagnostics& diagnostics);

}  // namespace lamppost
