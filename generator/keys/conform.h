#pragma once

#include <span>
#include <string>

#include "diagnostics/diagnostic.h"
#include "keys/keys.h"
#include "model/value.h"

namespace lamppost {

/// What `conform` needs to know of the table it looks at.
struct ConformContext {
  const SourceText& text;
  std::string table;              ///< for messages: `front matter`, `[contact]`
  Span region;                    ///< where a missing key would be written
  bool requires_nothing = false;  ///< as in a translation
};

/// Holds a table against its keys: unknown, wrongly typed, missing and empty ones become
/// diagnostics. Gives back what is right, in the order written: strings that are dates as dates,
/// country codes in upper case; what is wrong, or an optional empty string, is left out.
[[nodiscard]] ValueMap conform(const ValueMap& written, std::span<const Key> keys,
                               const ConformContext& context, Diagnostics& diagnostics);

}  // namespace lamppost
