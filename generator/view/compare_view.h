#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// The page that shows initiatives side by side. A script fills it from their `index.json`; the
/// view holds the names of what stands there as slugs and codes.
[[nodiscard]] View compare_view(const PageScope& scope);

}  // namespace lamppost
