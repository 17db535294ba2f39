#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// The page that tells how to propose an initiative: what its form loads, the choices there are,
/// an empty card for the preview, the page to fill in by hand, and where the repository takes it.
[[nodiscard]] View contribute_view(const PageScope& scope);

}  // namespace lamppost
