#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"
#include "model/value.h"

namespace lamppost {

/// Reads the bytes of `region` as a TOML 1.0 document; every place is an offset into the whole
/// file. A syntax error is one diagnostic (`toml-syntax`) and no value. The one home of toml++.
[[nodiscard]] std::optional<ValueMap> parse_toml(const SourceText& text, Span region,
                                                 Diagnostics& diagnostics);

/// A file that is TOML as a whole: all of it but a byte order mark.
[[nodiscard]] Span toml_region(const SourceText& text);

}  // namespace lamppost
