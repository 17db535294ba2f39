#include "render/layout_program.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "render/printed.h"
#include "view/frame_views.h"

namespace lamppost {
namespace {

using Kind = TemplateNode::Kind;

/// The value of a name's parts from the second on, as a page is filled: nothing where one is not
/// there.
View value_below(const View* view, const std::vector<std::string>& parts) {
  for (std::size_t i = 1; i < parts.size() && view != nullptr; ++i) {
    view = view->find(Name::of(parts[i]));
  }
  return view == nullptr ? View(false) : *view;
}

/// A section with so many tags is long: a shorter one is filled as quickly as it is looked for.
constexpr std::size_t least_tags_of_long_section = 12;

std::size_t count_tags(const TemplateNodes& nodes) {
  std::size_t count = 0;
  for (const TemplateNode& node : nodes) {
    const bool is_tag = node.kind != Kind::text && node.kind != Kind::partial;
    count += (is_tag ? 1 : 0) + count_tags(node.children);
  }
  return count;
}

class Compiler {
 public:
  explicit Compiler(const View& known) : known_(known) {}

  LayoutProgram compile(const TemplateNodes& nodes) {
    add(nodes);
    flush_literal();
    return std::move(program_);
  }

 private:
  /// A section that we are in: over something known, or over nobody knows what.
  struct Scope {
    std::optional<View> known;
    bool may_have_any_name = false;  ///< as what stands below `extra`
  };

  void add(const TemplateNodes& nodes) {
    for (const TemplateNode& node : nodes) {
      if (is_given_up_) return;
      add(node);
    }
  }

  void add(const TemplateNode& node) {
    switch (node.kind) {
      case Kind::text:
        literal_ += node.text;
        return;
      case Kind::partial:
        return add(node.children);
      case Kind::variable:
      case Kind::unescaped:
        return add_variable(node);
      case Kind::section:
      case Kind::inverted:
        return add_section(node);
    }
  }

  void add_variable(const TemplateNode& node) {
    if (const std::optional<View> value = value_of(node)) return append_printed(literal_, *value);
    if (is_all_to_be_known_) return give_up();
    flush_literal();
    add_tag('&', add_slot(node));
  }

  void add_section(const TemplateNode& node) {
    const std::optional<View> value = value_of(node);
    if (!value) return add_unknown_section(node);
    if (is_nothing(*value) != (node.kind == Kind::inverted)) return;
    if (node.kind == Kind::inverted) return add(node.children);
    if (value->map() == nullptr && value->list() == nullptr) return add_inside(node, *value);
    add_known_section(node, *value);
  }

  /// As text, if all in it is known: else its names must still be found in it.
  void add_known_section(const TemplateNode& node, const View& value) {
    const std::size_t literal_size = literal_.size();
    const bool is_tried_already = std::exchange(is_all_to_be_known_, true);
    if (const View::List* entries = value.list()) {
      for (const View& entry : *entries) add_inside(node, entry);
    } else {
      add_inside(node, value);
    }
    is_all_to_be_known_ = is_tried_already;
    if (!is_given_up_ || is_tried_already) return;
    is_given_up_ = false;
    literal_.resize(literal_size);
    add_unknown_section(node);
  }

  void add_inside(const TemplateNode& node, const View& value) {
    scopes_.push_back({value});
    add(node.children);
    scopes_.pop_back();
  }

  void add_unknown_section(const TemplateNode& node) {
    if (is_all_to_be_known_) return give_up();
    flush_literal();
    const bool is_long =
        node.kind == Kind::section && count_tags(node.children) >= least_tags_of_long_section;
    if (is_long) return add_long_section(node);
    const std::size_t slot = add_slot(node);
    program_.slots[slot].opens_section = true;
    add_tag(node.kind == Kind::section ? '#' : '^', slot);
    add_below_unknown(node);
    add_tag('/', slot);
  }

  void add_long_section(const TemplateNode& node) {
    const std::size_t slot = add_slot(node);
    program_.slots[slot].section = program_.sections.size();
    add_tag('&', slot);
    LayoutProgram outer = std::exchange(program_, {});
    add_below_unknown(node);
    LayoutProgram section = std::exchange(program_, std::move(outer));
    program_.sections.push_back(std::move(section));
  }

  void add_below_unknown(const TemplateNode& node) {
    const std::vector<std::string> parts = parts_of(node.text);
    const bool is_below_extra = std::ranges::any_of(
        parts, [](const std::string& part) { return part == "extra" || part == "."; });
    // An inverted section adds no names.
    if (node.kind == Kind::section) scopes_.push_back({std::nullopt, is_below_extra});
    add(node.children);
    if (node.kind == Kind::section) scopes_.pop_back();
    flush_literal();
  }

  /// What a name stands for here; nothing where that depends on the view.
  [[nodiscard]] std::optional<View> value_of(const TemplateNode& node) const {
    const std::vector<std::string> parts = parts_of(node.text);
    const std::string& first = parts.front();
    const Name name = Name::of(first);
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (!scope->known) {
        if (scope->may_have_any_name || !is_of_every_page(first)) return std::nullopt;
        continue;
      }
      if (first == ".") return scope->known;
      if (const View* found = scope->known->find(name)) return value_below(found, parts);
    }
    if (const View* found = known_.find(Name::of(node.text))) return *found;
    if (const View* found = known_.find(name)) return value_below(found, parts);
    return std::nullopt;
  }

  void give_up() { is_given_up_ = true; }

  void add_tag(char sigil, std::size_t slot) {
    program_.tags.append("{{").append(1, sigil).append(std::to_string(slot)).append("}}");
  }

  void flush_literal() {
    if (literal_.empty()) return;
    program_.slots.push_back({std::exchange(literal_, {})});
    add_tag('&', program_.slots.size() - 1);
  }

  std::size_t add_slot(const TemplateNode& node) {
    Slot& slot = program_.slots.emplace_back();
    for (const std::string& part : parts_of(node.text)) slot.parts.push_back({Name::kept(part)});
    return program_.slots.size() - 1;
  }

  const View& known_;
  std::vector<Scope> scopes_;
  LayoutProgram program_;
  std::string literal_;  ///< text that has no slot yet
  bool is_all_to_be_known_ = false;
  bool is_given_up_ = false;
};

}  // namespace

LayoutProgram program_of(const TemplateNodes& layout, const View& known) {
  return Compiler(known).compile(layout);
}

Hash128 key_of(const LayoutProgram& program) {
  // The tags say in what order the slots are used; each slot says its kind by a first character.
  std::string all = program.tags;
  for (const Slot& slot : program.slots) {
    if (slot.parts.empty()) (all += '\0') += slot.literal;
    for (const NamePart& part : slot.parts) {
      (all += slot.section ? '\2' : '\1') += part.name.text();
    }
  }
  Hash128 key = hash128(all);
  for (const LayoutProgram& section : program.sections) key = combined(key, key_of(section));
  return key;
}

}  // namespace lamppost
