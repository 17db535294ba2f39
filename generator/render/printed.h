#pragma once

#include <string>

#include "view/view.h"

namespace lamppost {

/// Whether a section over the view is left out, and an inverted one stands: of what is `false`, and
/// of an empty text, markup, list or map.
[[nodiscard]] bool is_nothing(const View& view);

/// Adds what a tag that prints the view puts into a page: text escaped, whatever the tag, markup as
/// it is, of anything else nothing.
void append_printed(std::string& written, const View& view);

}  // namespace lamppost
