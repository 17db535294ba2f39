#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "diagnostics/printers.h"

namespace lamppost {

/// What keeps the site from being built, as HTML to put into a page: a heading with the id
/// `problems-title`, how many there are, then each diagnostic in the words that the terminal gets,
/// with its place, its line, the help and what to write. A hundred at most are shown.
[[nodiscard]] std::string problems_html(const Diagnostics& diagnostics, const SourceTexts& texts);

/// The same of a failure of the machine.
[[nodiscard]] std::string failure_html(const std::string& words);

}  // namespace lamppost
