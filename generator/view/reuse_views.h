#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

// The pages for those who use the catalogue elsewhere.

/// The page `/data/`: which files there are, how to use them, and the code that embeds a cluster.
[[nodiscard]] View open_data_view(const PageScope& scope);

/// The page `/embed/clusters/<slug>/`: what a cluster leads, up to one page of it.
[[nodiscard]] View embed_view(const PageScope& scope);

/// The HTML that other sites put into a page to show a cluster's list.
[[nodiscard]] std::string embed_code(const PageScope& scope, ClusterId id);

}  // namespace lamppost
