#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/content_hash.h"
#include "render/template_text.h"
#include "view/view.h"

namespace lamppost {

/// A part of a name, with where it was found last. Maps that the same function makes have their
/// names in the same order: it will mostly be there again.
struct NamePart {
  Name name;
  std::size_t place = 0;
};

/// What a tag in the text given to kainjow stands for: a literal text, or (where there are parts) a
/// name, cut at its dots, that is printed, opens a section, or has a section of its own program.
struct Slot {
  std::string literal;
  std::vector<NamePart> parts = {};
  bool opens_section = false;
  std::optional<std::size_t> section = {};  ///< index into `LayoutProgram::sections`
};

/// A layout as kainjow gets it: nothing but tags, whose names are indexes into `slots`. Literal
/// text is a slot too, because kainjow cuts the text of a template into pieces at every white space
/// and handles each for itself, and because what it does about lines that hold nothing but tags has
/// been done already.
struct LayoutProgram {
  std::vector<Slot> slots;
  std::string tags;
  /// What stands in long sections, each a program that is filled once for every entry: what an
  /// entry was printed as can be kept for the next page that shows it.
  std::vector<LayoutProgram> sections = {};
};

/// The program of a layout whose partials are expanded. What is `known` of every view that it will
/// be filled with becomes literal text; the pages are the same as without, and take fewer tags.
/// `known` is a map of names as a view has them, or of whole dotted names (`page.kind`). Inside a
/// section over something unknown, which may have any of these names, only those are used that
/// `is_of_every_page`.
[[nodiscard]] LayoutProgram program_of(const TemplateNodes& layout, const View& known = {});

/// Equal for programs that make the same of every view.
[[nodiscard]] Hash128 key_of(const LayoutProgram& program);

}  // namespace lamppost
