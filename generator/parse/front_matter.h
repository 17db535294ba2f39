#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// The two parts of a page: what stands between the `+++` lines, and what follows the second.
struct PageParts {
  Span front_matter;
  Span body;
};

/// Splits a page. Passes over a byte order mark; lines may end in LF or CRLF.
/// No first or no second `+++` line is a diagnostic, with the parts where it is certain which they
/// were to be.
[[nodiscard]] std::optional<PageParts> split_page(const SourceText& text, Diagnostics& diagnostics);

}  // namespace lamppost
