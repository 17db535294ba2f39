#pragma once

#include <map>
#include <string>

#include "diagnostics/diagnostic.h"
#include "render/template_text.h"

namespace lamppost {

/// Templates by their path below `layouts/`, without the ending: `home`, `partials/card`.
using ParsedTemplates = std::map<std::string, TemplateNodes>;

/// A layout with the nodes of each partial as the children of its tag. A partial that is missing,
/// includes itself or makes the layout grow past all reason is a diagnostic, and stays empty.
[[nodiscard]] TemplateNodes expand_partials(const std::string& layout,
                                            const ParsedTemplates& templates,
                                            Diagnostics& diagnostics);

}  // namespace lamppost
