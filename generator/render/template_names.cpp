#include "render/template_names.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

using Kind = TemplateNode::Kind;

/// What a name leads to: a part of the sample; or a text, list or map that only the content knows
/// (below `extra`); or, where neither, something that can't be judged.
struct Found {
  const View* view = nullptr;
  bool below_extra = false;
};
constexpr Found unjudged = {};
constexpr Found extra = {nullptr, true};

/// Walks one layout with the sections it is in.
class NameChecker {
 public:
  NameChecker(const View& sample, ReportedNames& reported, Diagnostics& diagnostics)
      : reported_(reported), diagnostics_(diagnostics), scopes_{{&sample}} {}

  void check(const TemplateNodes& nodes) {
    for (const TemplateNode& node : nodes) check_node(node);
  }

 private:
  void check_node(const TemplateNode& node) {
    switch (node.kind) {
      case Kind::text:
        return;
      case Kind::partial:
        check_partial(node);
        return;
      case Kind::section:
      case Kind::inverted:
        check_section(node);
        return;
      case Kind::variable:
      case Kind::unescaped:
        if (const std::optional<Found> found = look_up(node)) check_printed(node, *found);
        return;
    }
  }

  void check_partial(const TemplateNode& node) {
    const TemplateNode* const outer = included_by_;
    if (outer == nullptr) included_by_ = &node;
    check(node.children);
    included_by_ = outer;
  }

  void check_section(const TemplateNode& node) {
    const std::optional<Found> found = look_up(node);
    if (node.kind == Kind::inverted) {
      check(node.children);
      return;
    }
    // Inside a section whose name is wrong, other names can't be judged.
    scopes_.push_back(found ? entry_of(*found) : unjudged);
    check(node.children);
    scopes_.pop_back();
  }

  static Found entry_of(Found found) {
    if (found.view == nullptr || found.view->list() == nullptr) return found;
    return found.view->list()->empty() ? unjudged : Found{&found.view->list()->front()};
  }

  /// What a tag's name leads to; nothing after a diagnostic.
  std::optional<Found> look_up(const TemplateNode& node) {
    if (node.text.empty()) return unjudged;  // refused when it was read
    if (node.text == ".") return scopes_.back();
    const std::vector<std::string> parts = parts_of(node.text);
    const std::optional<Found> first = look_up_first(parts.front());
    if (!first) {
      report_unknown(node, {}, parts.front(), visible_names());
      return std::nullopt;
    }
    return look_up_rest(node, parts, *first);
  }

  std::optional<Found> look_up_first(const std::string& name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->view == nullptr) return *scope;
      if (const View* found = scope->view->find(Name::of(name)))
        return name == "extra" ? extra : Found{found};
    }
    return std::nullopt;
  }

  std::optional<Found> look_up_rest(const TemplateNode& node, const std::vector<std::string>& parts,
                                    Found found) {
    std::string before = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (found.view == nullptr) return found;
      const View* const next = found.view->find(Name::of(parts[i]));
      if (next == nullptr) {
        report_unknown(node, before, parts[i], names_in(*found.view));
        return std::nullopt;
      }
      found = parts[i] == "extra" ? extra : Found{next};
      before += '.' + parts[i];
    }
    return found;
  }

  static std::vector<std::string> names_in(const View& view) {
    std::vector<std::string> names;
    const std::size_t count = view.map() == nullptr ? 0 : view.map()->size();
    for (std::size_t i = 0; i < count; ++i) names.emplace_back(view.map()->name(i).text());
    return names;
  }

  /// Innermost first; each once.
  std::vector<std::string> visible_names() const {
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      for (std::string& name : names_in(*scope->view)) {
        if (seen.insert(name).second) names.push_back(std::move(name));
      }
    }
    return names;
  }

  void check_printed(const TemplateNode& node, Found found) {
    const bool is_raw = node.kind == Kind::unescaped;
    if (found.view == nullptr) {
      if (is_raw && found.below_extra) report_raw_text(node);
    } else if (found.view->html() != nullptr) {
      if (!is_raw) report_escaped_markup(node);
    } else if (is_raw) {
      report_raw_text(node);
    } else if (found.view->text() == nullptr) {
      report_unprintable(node, *found.view);
    }
  }

  void report_unknown(const TemplateNode& node, const std::string& before, const std::string& part,
                      const std::vector<std::string>& names) {
    const std::string path = before.empty() ? "" : before + '.';
    const std::size_t rest = std::min(path.size() + part.size(), node.text.size());
    std::string help =
        names.empty() ? in_ticks(before) + " has no names below it"
                      : "the names here are " + one_of(names) + "; themes/README.md explains them";
    std::optional<std::string> better;
    if (const std::optional<std::string> meant = nearest(part, names)) {
      better = path + *meant + std::string(node.text.substr(rest));
      help = "did you mean " + in_ticks(*better) + "?";
    }
    // A section's closing tag would have to change with it: no single edit mends that.
    const bool is_section = node.kind == Kind::section || node.kind == Kind::inverted;
    if (is_section) {
      report(node, Code::unknown_name, node.name_where, "unknown name " + in_ticks(node.text),
             help);
    } else {
      report(node, Code::unknown_name, node.name_where, "unknown name " + in_ticks(node.text), help,
             better);
    }
  }

  void report_unprintable(const TemplateNode& node, const View& found) {
    const std::string name(node.text);
    const std::string section = "{{#" + name + "}}…{{/" + name + "}}";
    std::string message = in_ticks(name) + " prints nothing: it says only yes or no";
    std::string help = "write " + in_ticks(section) + " around what is shown where it is so";
    if (found.list() != nullptr) {
      message = in_ticks(name) + " prints nothing: it is a list";
      help = "write " + in_ticks(section) + " around what is shown for each entry";
    } else if (found.map() != nullptr) {
      message = in_ticks(name) + " prints nothing: it is a group of names";
      help = "write one of its names, with a dot between: " + one_of(names_in(found));
    }
    report(node, Code::unknown_name, node.name_where, std::move(message), std::move(help));
  }

  void report_raw_text(const TemplateNode& node) {
    const std::string tag = "{{" + std::string(node.text) + "}}";
    report(node, Code::unescaped_text, node.where,
           in_ticks(node.text) + " is text, and would go into the page unescaped",
           "write " + in_ticks(tag), tag);
  }

  void report_escaped_markup(const TemplateNode& node) {
    const std::string tag = "{{{" + std::string(node.text) + "}}}";
    report(node, Code::unescaped_text, node.where,
           in_ticks(node.text) + " is markup, and takes three braces", "write " + in_ticks(tag),
           tag);
  }

  void report(const TemplateNode& node, Code code, Span where, std::string message,
              std::string help, const std::optional<std::string>& replacement = std::nullopt) {
    if (!reported_.emplace(node.source->path, where.begin, code).second) return;
    Diagnostic diagnostic{code, node.source->path, where, std::move(message), std::move(help), {},
                          {}};
    if (replacement) diagnostic.fix = Fix{where, *replacement};
    if (included_by_ != nullptr) {
      diagnostic.notes.push_back(
          {"this partial is used here", included_by_->source->path, included_by_->where});
    }
    diagnostics_.add(std::move(diagnostic));
  }

  ReportedNames& reported_;
  Diagnostics& diagnostics_;
  std::vector<Found> scopes_;                  ///< the page itself, then the sections we are in
  const TemplateNode* included_by_ = nullptr;  ///< the layout's own tag that brought us here
};

}  // namespace

void check_names(const TemplateNodes& layout, const View& sample, ReportedNames& reported,
                 Diagnostics& diagnostics) {
  NameChecker(sample, reported, diagnostics).check(layout);
}

}  // namespace lamppost
