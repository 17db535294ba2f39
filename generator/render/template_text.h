#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source_text.h"

namespace lamppost {

/// A piece of a template (Mustache 1.1 without delimiters and lambdas) with its place.
struct TemplateNode {
  enum class Kind : std::uint8_t {
    text,       ///< goes out as it is
    variable,   ///< `{{x}}`
    unescaped,  ///< `{{{x}}}` or `{{&x}}`
    section,    ///< `{{#x}}…{{/x}}`
    inverted,   ///< `{{^x}}…{{/x}}`
    partial,    ///< `{{>x}}`; once expanded, its text is in `children`
  };

  Kind kind = Kind::text;
  const SourceText* source = nullptr;  ///< the file it stands in
  Span where;                          ///< the tag; of a section the opening one
  Span name_where;
  std::string_view text;  ///< the literal text, or the name; empty for a name that is none
  std::vector<TemplateNode> children;
};

using TemplateNodes = std::vector<TemplateNode>;

/// A name cut at its dots. That of what a section is at, `.`, is one part: an empty one cut off
/// would be found nowhere.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view name);

/// Reads one template. The nodes refer into `source`, which must outlive them. The line of a tag
/// that prints nothing and stands alone on it is left out, as Mustache says.
/// An unclosed tag or section, a tag without a proper name and changed delimiters are diagnostics;
/// the rest is read all the same.
[[nodiscard]] TemplateNodes parse_template(const SourceText& source, Diagnostics& diagnostics);

}  // namespace lamppost
