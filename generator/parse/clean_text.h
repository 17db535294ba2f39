#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// Whether a text is fit for the parsers as it is, as nearly all are.
[[nodiscard]] bool is_clean(std::string_view text);

/// A file's text made fit for the parsers. Not UTF-8: a diagnostic at the first wrong byte, and no
/// text. Control characters, noncharacters and a carriage return alone are diagnostics and become
/// spaces, as many as they have bytes, so that each is told of once and all places stay.
[[nodiscard]] std::optional<SourceText> clean_text(const SourceText& text,
                                                   Diagnostics& diagnostics);

}  // namespace lamppost
