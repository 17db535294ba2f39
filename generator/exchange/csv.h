#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// A cell of a table, with its place.
struct CsvCell {
  std::string text;  ///< without quotation marks around it and the guard against formulas
  Span where;        ///< as written
};

struct CsvRow {
  std::vector<CsvCell> cells;
  Span where;             ///< all its cells
  bool is_wrong = false;  ///< it broke a rule and its cells can't be trusted
};

/// Reads CSV (RFC 4180): rows end in LF or CRLF, a cell in quotation marks may hold anything. Cells
/// are parted by commas; where the first line has none, by semicolons or tabs, as spreadsheets
/// write them in some countries. A byte order mark and empty lines are passed over. A row that
/// has not as many cells as the first, and one that quotes wrongly, is a diagnostic (`bad-csv`).
/// Own code, as what Debian packages for both releases gives no places and takes what is wrong.
[[nodiscard]] std::vector<CsvRow> parse_csv(const SourceText& text, Diagnostics& diagnostics);

}  // namespace lamppost
