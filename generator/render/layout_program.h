#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/content_hash.h"
#include "render/template_text.h"
#include "view/view.h"

namespace lamppost {

/// A part of a name, with where it was found last. Maps that the same function makes have their
/// names in the same order: it will mostly be there again.
struct NamePart {
  std::string name;
  std::size_t place = 0;
};

/// What a tag in the text given to kainjow stands for: a literal text, or (where there are parts) a
/// name, cut at its dots, that is printed or opens a section.
struct Slot {
  std::string literal;
  std::vector<NamePart> parts = {};
  bool opens_section = false;
};

/// A layout as kainjow gets it: nothing but tags, whose names are indexes into `slots`. Literal
/// text is a slot too, because kainjow cuts the text of a template into pieces at every white space
/// and handles each for itself, and because what it does about lines that hold nothing but tags has
/// been done already.
struct LayoutProgram {
  std::vector<Slot> slots;
  std::string tags;
};

/// The program of a layout whose partials are expanded. What is `known` of every view that it will
/// be filled with becomes literal text: a page is then filled as if it were known by nobody, only
/// with fewer tags. The names of a map that is known are names of the view, or (with dots) of what
/// is in it. Only of names that `is_of_every_page` says so of is it known inside a section over
/// something unknown that nothing there has them.
[[nodiscard]] LayoutProgram program_of(const TemplateNodes& layout, const View& known = {});

/// Equal for programs that make the same of every view.
[[nodiscard]] Hash128 key_of(const LayoutProgram& program);

}  // namespace lamppost
