#pragma once

#include <string>
#include <string_view>

#include "model/value.h"

namespace lamppost {

/// A text as a TOML 1.0 basic string, with its quotation marks. It must be UTF-8.
[[nodiscard]] std::string toml_string(std::string_view text);

/// A value on one line: tables in braces.
[[nodiscard]] std::string toml_value(const Value& value);

/// A table as a TOML 1.0 document, as a person would write it: first what has a line of its own,
/// then tables and lists of tables under their headers, each in the order given. Reading it gives
/// the same table, but for that order.
[[nodiscard]] std::string toml_document(const ValueMap& map);

}  // namespace lamppost
