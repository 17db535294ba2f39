#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"

namespace lamppost {

/// The diagnostic for a syntax error that toml++ found at the byte `at` of `region`, in plain
/// words: what an editor most likely did, and what to write instead. `complaint` is toml++'s own
/// description, for what is not recognised.
[[nodiscard]] Diagnostic explain_toml_mistake(const SourceText& text, Span region, std::uint32_t at,
                                              std::string_view complaint);

}  // namespace lamppost
