#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// The edit that writes `text` for a name: with quotes where the name's place takes in its quotes.
/// None where the place is something larger than the name.
[[nodiscard]] std::optional<Fix> replacement(const Located<std::string>& name,
                                             const std::string& text);

}  // namespace lamppost
