#pragma once

#include <span>
#include <string>

#include "exchange/page_record.h"

namespace lamppost {

/// Writes pages as CSV that `pages_from_csv` reads back without loss; only columns that are used.
[[nodiscard]] std::string csv_of(std::span<const PageRecord> pages);

}  // namespace lamppost
