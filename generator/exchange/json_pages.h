#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "exchange/page_record.h"

namespace lamppost {

/// Reads pages from JSON: a list of objects, each with the keys of its front matter, or a
/// `catalogue.json`, from which what a build has added is taken away again (it has no bodies). What
/// can't be read is a diagnostic, and no page.
[[nodiscard]] std::vector<GivenPage> pages_from_json(const SourceText& text,
                                                     Diagnostics& diagnostics);

/// Writes pages as a list of objects that `pages_from_json` reads back without loss.
[[nodiscard]] std::string json_of(std::span<const PageRecord> pages);

}  // namespace lamppost
