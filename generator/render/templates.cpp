#include "render/templates.h"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "data/escape.h"
#include "diagnostics/suggest.h"
#include "render/template_names.h"
#include "render/template_partials.h"
#include "render/template_text.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

namespace mustache = kainjow::mustache;
using Kind = TemplateNode::Kind;

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
  std::vector<NamePart> parts;
  bool opens_section = false;
};

/// A layout as kainjow gets it: nothing but tags, whose names are indexes into `slots`. Literal
/// text is a slot too, because kainjow cuts the text of a template into pieces at every white space
/// and handles each for itself, and because what it does about lines that hold nothing but tags has
/// been done already.
struct CompiledLayout {
  std::vector<Slot> slots;
  mustache::mustache program;
  Hash128 key;                ///< equal for layouts that make the same of every view
  std::size_t last_size = 0;  ///< of the page made last: the next will be about as large
};

class Compiler {
 public:
  CompiledLayout compile(const TemplateNodes& nodes) {
    add(nodes);
    flush_literal();
    const Hash128 key = hash_of_layout();
    return {std::move(slots_), mustache::mustache(text_), key};
  }

 private:
  void add(const TemplateNodes& nodes) {
    for (const TemplateNode& node : nodes) add(node);
  }

  void add(const TemplateNode& node) {
    switch (node.kind) {
      case Kind::text:
        literal_ += node.text;
        return;
      case Kind::partial:
        add(node.children);
        return;
      case Kind::variable:
      case Kind::unescaped:
        flush_literal();
        add_tag('&', name_slot(node.text, false));
        return;
      case Kind::section:
      case Kind::inverted:
        flush_literal();
        add_section(node);
        return;
    }
  }

  void add_section(const TemplateNode& node) {
    const std::size_t slot = name_slot(node.text, true);
    add_tag(node.kind == Kind::section ? '#' : '^', slot);
    add(node.children);
    flush_literal();
    add_tag('/', slot);
  }

  void add_tag(char sigil, std::size_t slot) {
    text_.append("{{").append(1, sigil).append(std::to_string(slot)).append("}}");
  }

  /// The tags say in what order the slots are used; each slot says its kind by a first character.
  [[nodiscard]] Hash128 hash_of_layout() const {
    std::string all = text_;
    for (const Slot& slot : slots_) {
      if (slot.parts.empty()) (all += '\0') += slot.literal;
      for (const NamePart& part : slot.parts) (all += '\1') += part.name;
    }
    return hash128(all);
  }

  void flush_literal() {
    if (literal_.empty()) return;
    slots_.push_back({std::exchange(literal_, {}), {}});
    add_tag('&', slots_.size() - 1);
  }

  std::size_t name_slot(std::string_view name, bool opens_section) {
    Slot slot{{}, {}, opens_section};
    for (std::size_t dot = name.find('.'); name != "." && dot != std::string_view::npos;
         dot = name.find('.')) {
      slot.parts.push_back({std::string(name.substr(0, dot))});
      name.remove_prefix(dot + 1);
    }
    slot.parts.push_back({std::string(name)});
    slots_.push_back(std::move(slot));
    return slots_.size() - 1;
  }

  std::vector<Slot> slots_;
  std::string text_;
  std::string literal_;
};

/// Lists of so many entries, for kainjow to count: of each length one, made when it is first
/// needed.
class CountedLists {
 public:
  const mustache::data& of(std::size_t size) {
    const auto [found, is_new] = by_size_.try_emplace(size, mustache::data::type::list);
    if (is_new) found->second = mustache::list(size, mustache::data(true));
    return found->second;
  }

 private:
  std::map<std::size_t, mustache::data> by_size_;
};

/// Fills a layout with a view. kainjow walks the template and asks for each tag's value. What is
/// printed is written to the page then and there, and kainjow gets nothing to print: so no value
/// has to become one of its own. What opens a section it is told as far as it must know: nothing,
/// once, or so many times.
/// Text is escaped here, once and whatever the tag that prints it: no template can put it into a
/// page unescaped.
class Filler final : public mustache::basic_context<std::string> {
 public:
  Filler(const View& page, std::vector<Slot>& slots, CountedLists& lists, std::string& written)
      : slots_(slots), lists_(lists), written_(written), scopes_{{&page}} {}

  void push(const mustache::data* value) override { scopes_.push_back({opened_by(*value)}); }

  void pop() override { scopes_.pop_back(); }

  [[nodiscard]] const mustache::data* get(const std::string& index) const override {
    std::size_t number = 0;
    std::from_chars(index.data(), index.data() + index.size(), number);
    Slot& slot = slots_[number];
    if (slot.opens_section) return open_section(slot);
    if (slot.parts.empty()) {
      written_ += slot.literal;
    } else if (const View* found = find(slot)) {
      print(*found);
    }
    return nullptr;
  }

  [[nodiscard]] const mustache::data* get_partial(const std::string&) const override {
    return nullptr;  // they are in the text already
  }

 private:
  /// Where names are looked for, and the section opened last in it.
  struct Scope {
    const View* names;
    const View* opened = nullptr;
    const mustache::data* counted = nullptr;  ///< where a list was opened: what kainjow counts
  };

  /// What kainjow enters: a section that is there, or one of its entries.
  [[nodiscard]] const View* opened_by(const mustache::data& value) const {
    const Scope& scope = scopes_.back();
    // An inverted section is entered with what is not there: it adds no names.
    if (value.is_false()) return scope.names;
    const View::List* list = scope.opened->list();
    if (list == nullptr) return scope.opened;
    return &(*list)[static_cast<std::size_t>(&value - scope.counted->list_value().data())];
  }

  void print(const View& view) const {
    if (const std::string* text = view.text()) {
      append_escaped_markup(written_, *text);
    } else if (const Html* html = view.html()) {
      written_ += html->markup();
    }
  }

  const mustache::data* open_section(Slot& slot) const {
    static const mustache::data no(false);
    static const mustache::data yes(true);
    const View* found = find(slot);
    if (found == nullptr || is_empty(*found)) return &no;
    Scope& scope = scopes_.back();
    scope.opened = found;
    const View::List* list = found->list();
    if (list == nullptr) return &yes;
    scope.counted = &lists_.of(list->size());
    return scope.counted;
  }

  /// What the views promise to be `false`: a section would take it for true.
  static bool is_empty(const View& view) {
    if (const bool* flag = view.flag()) return !*flag;
    if (const std::string* text = view.text()) return text->empty();
    if (const Html* html = view.html()) return html->empty();
    if (const View::List* list = view.list()) return list->empty();
    return view.map()->empty();
  }

  [[nodiscard]] const View* find(Slot& slot) const {
    if (slot.parts.front().name == ".") return scopes_.back().names;
    const View* found = nullptr;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend() && found == nullptr; ++scope) {
      found = find(*scope->names, slot.parts.front());
    }
    for (std::size_t i = 1; i < slot.parts.size() && found != nullptr; ++i) {
      found = find(*found, slot.parts[i]);
    }
    return found;
  }

  static const View* find(const View& view, NamePart& part) {
    const View::Map* map = view.map();
    if (map == nullptr) return nullptr;
    const std::vector<std::string>& names = map->names();
    if (part.place < names.size() && names[part.place] == part.name) {
      return &map->value(part.place);
    }
    const std::size_t place = map->place_of(part.name);
    if (place == names.size()) return nullptr;
    part.place = place;
    return &map->value(place);
  }

  std::vector<Slot>& slots_;
  CountedLists& lists_;
  std::string& written_;
  /// The page, then the sections we are in; kainjow's get() is const.
  mutable std::vector<Scope> scopes_;
};

/// The stream that kainjow writes to: nothing of what it has is ours.
struct Nowhere {
  Nowhere& operator<<(const std::string&) { return *this; }
};

std::optional<std::string> misnamed_layout(const std::string& name, const Theme& theme) {
  std::vector<std::string> others;
  for (const auto& layout : theme.layouts) {
    const std::string& path = layout.first;
    const bool is_used =
        std::ranges::any_of(layout_kinds(), [&](PageKind kind) { return layout_of(kind) == path; });
    if (!is_used && !path.starts_with("partials/")) others.push_back(path);
  }
  return nearest(name, others);
}

void report_missing_layout(const std::string& name, const Theme& theme, Diagnostics& diagnostics) {
  const std::string file = "`layouts/" + name + ".mustache`";
  std::string help = "add " + file + ", or name a theme that has it in `extends`";
  if (const std::optional<std::string> other = misnamed_layout(name, theme)) {
    help = "rename `layouts/" + *other + ".mustache` to " + file;
  }
  diagnostics.add({Code::missing_layout,
                   theme.chain.front().path,
                   {},
                   "the theme has no layout `" + name + "`",
                   std::move(help),
                   {},
                   {}});
}

/// Also those that no page uses: a mistake there would only show when one does.
ParsedTemplates parse_templates(const Theme& theme, Diagnostics& diagnostics) {
  ParsedTemplates templates;
  for (const auto& [path, source] : theme.layouts) {
    templates.emplace(path, parse_template(source, diagnostics));
  }
  return templates;
}

}  // namespace

struct Templates::Layouts {
  std::map<PageKind, CompiledLayout> by_kind;
  CountedLists lists;
};

Templates::Templates() = default;
Templates::Templates(const Templates& other)
    : layouts_(other.layouts_ ? std::make_unique<Layouts>(*other.layouts_) : nullptr) {}
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(const Templates& other) {
  if (this != &other) *this = Templates(other);
  return *this;
}
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

std::string Templates::render(PageKind kind, const View& view) {
  CompiledLayout& layout = layouts_->by_kind.at(kind);
  std::string written;
  written.reserve(layout.last_size + layout.last_size / 4);
  Filler filler(view, layout.slots, layouts_->lists, written);
  Nowhere nowhere;
  layout.program.render(filler, nowhere);
  layout.last_size = written.size();
  return written;
}

Hash128 Templates::key(PageKind kind) const { return layouts_->by_kind.at(kind).key; }

Templates load_templates(const Site& site, Diagnostics& diagnostics, bool names_are_right) {
  Templates templates;
  templates.layouts_ = std::make_unique<Templates::Layouts>();
  if (site.theme.chain.empty()) return templates;  // said when the theme was looked for
  const ParsedTemplates parsed = parse_templates(site.theme, diagnostics);
  std::map<PageKind, View> samples;
  if (!names_are_right) samples = sample_views(site);
  ReportedNames reported;
  for (const PageKind kind : layout_kinds()) {
    const std::string name(layout_of(kind));
    if (!parsed.contains(name)) {
      if (is_optional(kind)) continue;
      report_missing_layout(name, site.theme, diagnostics);
      continue;
    }
    const TemplateNodes layout = expand_partials(name, parsed, diagnostics);
    if (!names_are_right) check_names(layout, samples.at(kind), reported, diagnostics);
    templates.layouts_->by_kind.emplace(kind, Compiler().compile(layout));
  }
  return templates;
}

}  // namespace lamppost
