#pragma once

#include <string>

namespace lamppost {

/// The JSON Schema (2020-12) of an initiative's front matter, made from the key table.
[[nodiscard]] std::string initiative_schema();

}  // namespace lamppost
