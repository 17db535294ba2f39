#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "model/site.h"

namespace lamppost {

/// What to say where a page names a file that does not lie beside it: the nearest file that does,
/// or how a page comes to have files. `where` is the name's place; `fix` how it would be written.
[[nodiscard]] Diagnostic missing_file(const Site& site, const Origin& page,
                                      const Located<std::string>& name);

}  // namespace lamppost
