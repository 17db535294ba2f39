#pragma once

#include <optional>
#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "exchange/page_record.h"

namespace lamppost {

/// A page of the content as it is written: its keys, held against the key table, and its Markdown.
/// Nothing where something is wrong with it, which is a diagnostic.
[[nodiscard]] std::optional<PageRecord> record_of(const SourceFile& file, Diagnostics& diagnostics);

/// Pages in a form that `import_pages` makes the same pages of.
[[nodiscard]] std::string exported(std::span<const PageRecord> pages, PageFormat format);

}  // namespace lamppost
