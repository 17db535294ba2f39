#pragma once

#include <string>

#include "model/site.h"

namespace lamppost {

/// The JSON Schema (2020-12) of `catalogue.json`; its `$defs/initiative` describes an initiative's
/// `index.json` too.
[[nodiscard]] std::string catalogue_schema(const Site& site);

}  // namespace lamppost
