#pragma once

#include <span>

#include "diagnostics/diagnostic.h"
#include "keys/conform.h"
#include "keys/keys.h"
#include "model/value.h"

namespace lamppost {

/// A TOML document held against its keys.
struct Conformed {
  ValueMap right;
  bool is_read = true;  ///< false: there are syntax errors, and values that nobody could read
};

/// Reads `context.region` and holds it against its keys, whatever syntax errors it has. Where what
/// was certainly meant in place of one is a mistake too, only that is told: who mends it, mends
/// both.
[[nodiscard]] Conformed read_and_conform(std::span<const Key> keys, const ConformContext& context,
                                         Diagnostics& diagnostics);

}  // namespace lamppost
