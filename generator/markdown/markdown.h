#pragma once

#include "diagnostics/diagnostic.h"
#include "model/body.h"

namespace lamppost {

/// Renders the bytes of `region` as GitHub Flavored Markdown 0.29 with footnotes. Raw HTML and
/// links of other schemes than http, https, mailto and tel are dropped with a warning at their
/// place; headings get ids; links inside the site leave a gap (see `Link`). The text must be UTF-8,
/// as `clean_text` (parse) leaves it: the parser does not look at that again.
/// Only one thread of a process may be in here: cmark-gfm is not thread-safe.
[[nodiscard]] Body parse_markdown(const SourceText& text, Span region, Diagnostics& diagnostics);

}  // namespace lamppost
