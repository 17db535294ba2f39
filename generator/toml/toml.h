#pragma once

#include <optional>

#include "diagnostics/diagnostic.h"
#include "model/value.h"

namespace lamppost {

/// What could be read of a document that may have mistakes.
struct TomlReading {
  /// Where a mistake hides what a value is, its key is there and the value is `Unread`.
  ValueMap values;
  /// False where a part was passed over of which nobody knows what it was to hold: a key that is
  /// not among the values may stand there.
  bool is_whole = true;
};

/// Reads the bytes of `region` as a TOML 1.0 document; every place is an offset into the whole
/// file. Each syntax error is a diagnostic (`toml-syntax`), after which the rest is read, with what
/// certainly was meant in place of the mistake. The one home of toml++.
[[nodiscard]] TomlReading read_toml(const SourceText& text, Span region, Diagnostics& diagnostics);

/// The same for who has no use for a part: no value where there is a mistake.
[[nodiscard]] std::optional<ValueMap> parse_toml(const SourceText& text, Span region,
                                                 Diagnostics& diagnostics);

/// A file that is TOML as a whole: all of it but a byte order mark.
[[nodiscard]] Span toml_region(const SourceText& text);

}  // namespace lamppost
