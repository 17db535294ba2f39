#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "exchange/page_record.h"

namespace lamppost {

/// Reads pages from CSV: the first row names the columns by the keys, `contact.name` (or, as
/// `catalogue.csv` has it, `contact_name`) for a key in a table. An empty cell says nothing. A
/// list's texts are parted by `;`; entries, tables and whatever else is more than a text or number
/// are written as TOML. Columns that `catalogue.csv` has besides (`url`, `translations`) are
/// passed over. What can't be read is a diagnostic, and no page.
[[nodiscard]] std::vector<GivenPage> pages_from_csv(const SourceText& text,
                                                    Diagnostics& diagnostics);

}  // namespace lamppost
