#include "render/templates.h"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/suggest.h"
#include "render/layout_program.h"
#include "render/printed.h"
#include "render/template_names.h"
#include "render/template_partials.h"
#include "render/template_text.h"
#include "view/frame_views.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

namespace mustache = kainjow::mustache;
/// A program with what kainjow makes of it.
struct CompiledLayout {
  std::vector<Slot> slots;
  mustache::mustache program;
  std::vector<CompiledLayout> sections;
  Hash128 key;                ///< equal for programs that make the same of every view
  std::size_t last_size = 0;  ///< of the page made last: the next will be about as large

  explicit CompiledLayout(const LayoutProgram& layout)
      : slots(layout.slots),
        program(layout.tags),
        sections(layout.sections.begin(), layout.sections.end()),
        key(key_of(layout)) {}
};

/// The stream that kainjow writes to: nothing of what it has is ours.
struct Nowhere {
  Nowhere& operator<<(const std::string&) { return *this; }
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

/// Fills a layout with views. kainjow walks the template and asks for each tag's value. What is
/// printed is written to the page then and there, and kainjow gets nothing to print: so no value
/// has to become one of its own. What opens a section it is told as far as it must know: nothing,
/// once, or so many times. A long section is filled by itself, for each entry of its list; what
/// becomes of a shared view there, such as a card, is kept for the pages to come. Text is escaped
/// here, once and whatever the tag that prints it: no template can put it into a page unescaped.
class Filler final : public mustache::basic_context<std::string> {
 public:
  Filler(CompiledLayout& layout, CountedLists& lists, std::string& written)
      : layout_(layout), lists_(lists), written_(written) {}

  /// What the layout makes of a view, in the scopes that we are in.
  void print(const View& view) {
    if (const std::string* kept = view.kept(layout_.key)) {
      written_ += *kept;
      return;
    }
    const std::size_t begin = written_.size();
    const std::size_t scope = scopes_.size();
    const std::size_t outermost_before = std::exchange(outermost_, scope);
    scopes_.push_back({&view});
    Nowhere nowhere;
    layout_.program.render(*this, nowhere);
    scopes_.pop_back();
    // Where nothing outside was asked for, it is the same in every page.
    if (outermost_ == scope) view.keep(layout_.key, std::string_view(written_).substr(begin));
    outermost_ = std::min(outermost_, outermost_before);
  }

  void push(const mustache::data* value) override { scopes_.push_back({opened_by(*value)}); }

  void pop() override { scopes_.pop_back(); }

  [[nodiscard]] const mustache::data* get(const std::string& index) const override {
    std::size_t number = 0;
    std::from_chars(index.data(), index.data() + index.size(), number);
    Slot& slot = layout_.slots[number];
    if (slot.opens_section) return open_section(slot);
    if (slot.parts.empty()) {
      written_ += slot.literal;
    } else if (slot.section) {
      fill_section(slot);
    } else if (const View* found = find(slot)) {
      append_printed(written_, *found);
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

  const mustache::data* open_section(Slot& slot) const {
    static const mustache::data no(false);
    static const mustache::data yes(true);
    const View* found = find(slot);
    if (found == nullptr || is_nothing(*found)) return &no;
    Scope& scope = scopes_.back();
    scope.opened = found;
    const View::List* list = found->list();
    if (list == nullptr) return &yes;
    scope.counted = &lists_.of(list->size());
    return scope.counted;
  }

  void fill_section(Slot& slot) const {
    const View* found = find(slot);
    if (found == nullptr || is_nothing(*found)) return;
    Filler filler(layout_.sections[*slot.section], lists_, written_);
    filler.scopes_ = scopes_;
    if (const View::List* list = found->list()) {
      for (const View& entry : *list) filler.print(entry);
    } else {
      filler.print(*found);
    }
    outermost_ = std::min(outermost_, filler.outermost_);
  }

  [[nodiscard]] const View* find(Slot& slot) const {
    if (slot.parts.front().name == Name(".")) return scopes_.back().names;
    const View* found = nullptr;
    std::size_t scope = scopes_.size();
    while (scope > 0 && found == nullptr) found = find(*scopes_[--scope].names, slot.parts.front());
    outermost_ = std::min(outermost_, scope);
    for (std::size_t i = 1; i < slot.parts.size() && found != nullptr; ++i) {
      found = find(*found, slot.parts[i]);
    }
    return found;
  }

  static const View* find(const View& view, NamePart& part) {
    const View::Map* map = view.map();
    if (map == nullptr) return nullptr;
    if (part.place < map->size() && map->name(part.place) == part.name) {
      return &map->value(part.place);
    }
    const std::size_t place = map->place_of(part.name);
    if (place == map->size()) return nullptr;
    part.place = place;
    return &map->value(place);
  }

  CompiledLayout& layout_;
  CountedLists& lists_;
  std::string& written_;
  /// The page, then the sections we are in; kainjow's get() is const.
  mutable std::vector<Scope> scopes_;
  /// The outermost scope in which a name had to be looked for, by its place.
  mutable std::size_t outermost_ = std::numeric_limits<std::size_t>::max();
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

using Sources = std::map<std::string, SourceText>;

/// Also those that no page uses: a mistake there would only show when one does.
ParsedTemplates parse_templates(const Sources& sources, Diagnostics& diagnostics) {
  ParsedTemplates templates;
  for (const auto& [path, source] : sources) {
    templates.emplace(path, parse_template(source, diagnostics));
  }
  return templates;
}

}  // namespace

/// A layout of the theme, its partials expanded.
struct ReadLayout {
  TemplateNodes nodes;
  Hash128 key;  ///< equal for layouts that make the same of every view
};

struct Templates::Layouts {
  Sources sources;  ///< the nodes refer into them
  std::map<PageKind, ReadLayout> by_kind;
};

/// What is made of the layouts when they are first needed, for the pages of each edition.
struct Templates::Compiled {
  std::map<std::pair<PageKind, std::uint32_t>, CompiledLayout> layouts;
  CountedLists lists;
};

Templates::Templates() : compiled_(std::make_unique<Compiled>()) {}
Templates::Templates(const Templates& other) : Templates() { layouts_ = other.layouts_; }
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(const Templates& other) {
  if (this != &other) *this = Templates(other);
  return *this;
}
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

std::string Templates::render(const PagePlan& plan, const View& view, const SharedViews& shared) {
  const std::pair place(plan.kind, plan.edition);
  auto found = compiled_->layouts.find(place);
  if (found == compiled_->layouts.end()) {
    const View known = shared.empty() ? View() : frame_of_all(shared.at(plan.edition), plan.kind);
    const TemplateNodes& nodes = layouts_->by_kind.at(plan.kind).nodes;
    found = compiled_->layouts.emplace(place, program_of(nodes, known)).first;
  }
  CompiledLayout& layout = found->second;
  std::string written;
  written.reserve(layout.last_size + layout.last_size / 4);
  Filler(layout, compiled_->lists, written).print(view);
  layout.last_size = written.size();
  return written;
}

Hash128 Templates::key(PageKind kind) const { return layouts_->by_kind.at(kind).key; }

Templates load_templates(const Site& site, Diagnostics& diagnostics, bool names_are_right) {
  Templates templates;
  const auto layouts = std::make_shared<Templates::Layouts>();
  templates.layouts_ = layouts;
  if (site.theme.chain.empty()) return templates;  // said when the theme was looked for
  layouts->sources = site.theme.layouts;
  const ParsedTemplates parsed = parse_templates(layouts->sources, diagnostics);
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
    TemplateNodes nodes = expand_partials(name, parsed, diagnostics);
    if (!names_are_right) check_names(nodes, samples.at(kind), reported, diagnostics);
    const Hash128 key = key_of(program_of(nodes));
    layouts->by_kind.emplace(kind, ReadLayout{std::move(nodes), key});
  }
  return templates;
}

}  // namespace lamppost
