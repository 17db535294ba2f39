#pragma once

#include "model/origin.h"
#include "model/site.h"
#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// A body as its page shows it; `false` where it has no text. Its markup is read from wherever it
/// is kept when the page is printed: most pages of a run are found to be as they were before that.
[[nodiscard]] View body_view(const PageScope& scope, const Origin& from, BodyId body);

}  // namespace lamppost
