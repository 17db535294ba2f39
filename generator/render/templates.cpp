#include "render/templates.h"

#include <algorithm>
#include <array>
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

constexpr std::array layout_kinds = {
    PageKind::home,    PageKind::cluster,   PageKind::initiative, PageKind::topic,
    PageKind::country, PageKind::free_page, PageKind::not_found,  PageKind::redirect,
};

/// What a tag in the text given to kainjow stands for: a literal text, or (where there are parts) a
/// name, cut at its dots.
struct Slot {
  mustache::data literal;
  std::vector<std::string> parts;
};

/// A layout as kainjow gets it: nothing but tags, whose names are indexes into `slots`. Literal
/// text is a slot too, because kainjow cuts the text of a template into pieces at every white space
/// and handles each for itself, and because what it does about lines that hold nothing but tags has
/// been done already.
struct CompiledLayout {
  std::vector<Slot> slots;
  mustache::mustache program;
};

class Compiler {
 public:
  CompiledLayout compile(const TemplateNodes& nodes) {
    add(nodes);
    flush_literal();
    return {std::move(slots_), mustache::mustache(text_)};
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
        add_tag('&', name_slot(node.text));
        return;
      case Kind::section:
      case Kind::inverted:
        flush_literal();
        add_section(node);
        return;
    }
  }

  void add_section(const TemplateNode& node) {
    const std::size_t slot = name_slot(node.text);
    add_tag(node.kind == Kind::section ? '#' : '^', slot);
    add(node.children);
    flush_literal();
    add_tag('/', slot);
  }

  void add_tag(char sigil, std::size_t slot) {
    text_.append("{{").append(1, sigil).append(std::to_string(slot)).append("}}");
  }

  void flush_literal() {
    if (literal_.empty()) return;
    slots_.push_back({mustache::data(literal_), {}});
    literal_.clear();
    add_tag('&', slots_.size() - 1);
  }

  std::size_t name_slot(std::string_view name) {
    Slot slot{mustache::data(false), {}};
    for (std::size_t dot = name.find('.'); name != "." && dot != std::string_view::npos;
         dot = name.find('.')) {
      slot.parts.emplace_back(name.substr(0, dot));
      name.remove_prefix(dot + 1);
    }
    slot.parts.emplace_back(name);
    slots_.push_back(std::move(slot));
    return slots_.size() - 1;
  }

  std::vector<Slot> slots_;
  std::string text_;
  std::string literal_;
};

/// The view as kainjow's data. Text is escaped here, once and whatever the tag that prints it: no
/// template can put it into a page unescaped.
mustache::data data_from(const View& view);

mustache::data data_from(const View::Map& map) {
  mustache::data object;
  for (const auto& [name, value] : map) object[name] = data_from(value);
  return object;
}

mustache::data data_from(const View::List& list) {
  mustache::data items(mustache::data::type::list);
  for (const View& entry : list) items.push_back(data_from(entry));
  return items;
}

mustache::data data_from(const View& view) {
  // A section takes an empty text or map for true: they are `false`, as the views promise.
  if (const std::string* text = view.text()) {
    return text->empty() ? mustache::data(false) : mustache::data(escape_markup(*text));
  }
  if (const Html* html = view.html()) {
    return html->empty() ? mustache::data(false) : mustache::data(html->markup());
  }
  if (const View::Map* map = view.map()) {
    return map->empty() ? mustache::data(false) : data_from(*map);
  }
  if (const View::List* list = view.list()) return data_from(*list);
  return {*view.flag()};
}

/// Finds what the tags of a compiled layout stand for while it is rendered.
class Scopes final : public mustache::basic_context<std::string> {
 public:
  Scopes(const mustache::data& page, const std::vector<Slot>& slots)
      : slots_(slots), scopes_{&page} {}

  void push(const mustache::data* scope) override {
    // kainjow enters an inverted section with the empty value that opened it.
    const bool is_empty = scope->is_false() || scope->is_empty_list();
    scopes_.push_back(is_empty ? scopes_.back() : scope);
  }

  void pop() override { scopes_.pop_back(); }

  [[nodiscard]] const mustache::data* get(const std::string& index) const override {
    std::size_t slot = 0;
    std::from_chars(index.data(), index.data() + index.size(), slot);
    const std::vector<std::string>& parts = slots_[slot].parts;
    if (parts.empty()) return &slots_[slot].literal;
    if (parts.front() == ".") return scopes_.back();
    const mustache::data* found = find(parts.front());
    for (std::size_t i = 1; i < parts.size() && found != nullptr; ++i) found = found->get(parts[i]);
    return found;
  }

  [[nodiscard]] const mustache::data* get_partial(const std::string&) const override {
    return nullptr;  // they are in the text already
  }

 private:
  [[nodiscard]] const mustache::data* find(const std::string& name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (const mustache::data* found = (*scope)->get(name)) return found;
    }
    return nullptr;
  }

  const std::vector<Slot>& slots_;
  std::vector<const mustache::data*> scopes_;  ///< the page, then the sections we are in
};

/// The stream that kainjow writes to.
struct Page {
  std::string bytes;

  Page& operator<<(const std::string& part) {
    bytes += part;
    return *this;
  }
};

std::optional<std::string> misnamed_layout(const std::string& name, const Theme& theme) {
  std::vector<std::string> others;
  for (const auto& layout : theme.layouts) {
    const std::string& path = layout.first;
    const bool is_used =
        std::ranges::any_of(layout_kinds, [&](PageKind kind) { return layout_of(kind) == path; });
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
  const mustache::data data = data_from(view);
  Scopes scopes(data, layout.slots);
  Page page;
  layout.program.render(scopes, page);
  return std::move(page.bytes);
}

Templates load_templates(const Site& site, Diagnostics& diagnostics) {
  Templates templates;
  templates.layouts_ = std::make_unique<Templates::Layouts>();
  if (site.theme.chain.empty()) return templates;  // said when the theme was looked for
  const ParsedTemplates parsed = parse_templates(site.theme, diagnostics);
  const std::map<PageKind, View> samples = sample_views(site);
  ReportedNames reported;
  for (const PageKind kind : layout_kinds) {
    const std::string name(layout_of(kind));
    if (!parsed.contains(name)) {
      report_missing_layout(name, site.theme, diagnostics);
      continue;
    }
    const TemplateNodes layout = expand_partials(name, parsed, diagnostics);
    check_names(layout, samples.at(kind), reported, diagnostics);
    templates.layouts_->by_kind.emplace(kind, Compiler().compile(layout));
  }
  return templates;
}

}  // namespace lamppost
