#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"
#include "model/value.h"

namespace lamppost {

/// Reads JSON (RFC 8259) as values with their places. `null` says that there is nothing: a key or
/// an item with it is left out. `{"$toml": "2026-11-22"}` is the value that TOML has and JSON has
/// not. What is no JSON, and what is nested too deep, is a diagnostic (`bad-json`) and no value.
[[nodiscard]] std::optional<Value> parse_json(const SourceText& text, Diagnostics& diagnostics);

}  // namespace lamppost
