#pragma once

#include "model/value.h"
#include "view/view.h"

namespace lamppost {

/// What stands under `extra`, as templates see it: texts, numbers and dates as text, flags, lists
/// and maps. Empty texts are `false`; the entries of a list of maps all carry the same names.
[[nodiscard]] View extra_view(const ValueMap& extra);

}  // namespace lamppost
