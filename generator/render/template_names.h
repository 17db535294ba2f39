#pragma once

#include <set>
#include <string>
#include <tuple>

#include "diagnostics/diagnostic.h"
#include "render/template_text.h"
#include "view/view.h"

namespace lamppost {

/// Places already complained about, so that a partial used by many layouts is reported once.
using ReportedNames = std::set<std::tuple<std::string, std::uint32_t, Code>>;

/// Holds the names of an expanded layout against what its page has. `sample` is a view in which
/// every list has an entry and every text is there. A name is looked for as `Templates` does: the
/// first part in the innermost section that has it, the others in what was found there; below
/// `extra` any name is right.
/// An unknown name, a tag that would print nothing, text put in unescaped and markup put in
/// escaped are diagnostics.
void check_names(const TemplateNodes& layout, const View& sample, ReportedNames& reported,
                 Diagnostics& diagnostics);

}  // namespace lamppost
