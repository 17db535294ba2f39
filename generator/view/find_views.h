#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

// The pages that lead to any initiative.

/// The page that searches over the whole catalogue.
[[nodiscard]] View search_view(const PageScope& scope);

/// Every initiative by title, letter by letter.
[[nodiscard]] View a_to_z_view(const PageScope& scope);

}  // namespace lamppost
