#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostic.h"
#include "toml/mistake_place.h"

namespace lamppost {

/// Whether the parser complains of something that is written twice.
[[nodiscard]] bool is_repetition(const MistakePlace& place);

/// Explains it, with a note of where it stands already; nothing of other mistakes.
[[nodiscard]] std::optional<Diagnostic> explain_repetition(const MistakePlace& place,
                                                           const std::string& file);

}  // namespace lamppost
