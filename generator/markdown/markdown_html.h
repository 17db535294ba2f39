#pragma once

#include "diagnostics/diagnostic.h"
#include "model/body.h"

struct cmark_node;

namespace lamppost {

/// Makes a body of a parsed document. `text` and `region` are what was parsed, for places.
/// Walks the tree without recursion: its depth is in the hands of whoever wrote the page.
[[nodiscard]] Body render_markdown(cmark_node* document, const SourceText& text, Span region,
                                   Diagnostics& diagnostics);

}  // namespace lamppost
