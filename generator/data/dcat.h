#pragma once

#include <string>

#include "model/site.h"

namespace lamppost {

/// The catalogue's data described for data portals: DCAT-AP 3 as JSON-LD 1.1, one data set with its
/// files in all languages. Publisher and licence are those of the settings; what nobody said is
/// left out.
[[nodiscard]] std::string dcat(const Site& site);

}  // namespace lamppost
