#include "render/template_partials.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

using Kind = TemplateNode::Kind;

constexpr std::string_view folder = "partials/";

// Far beyond any real layout; together they bound the time and the recursion that partials which
// use partials can cause.
constexpr std::size_t deepest_partial = 30;
constexpr std::size_t most_partials = 10'000;

/// A partial used in many places says the same many times; sorting drops the repetitions.
Diagnostic diagnostic_at(const TemplateNode& node, Code code, std::string message,
                         std::string help) {
  return {code, node.source->path, node.name_where, std::move(message), std::move(help), {}, {}};
}

Diagnostic missing(const TemplateNode& node, const ParsedTemplates& templates) {
  std::vector<std::string> names;
  for (const auto& [path, nodes] : templates) {
    if (path.starts_with(folder)) names.push_back(path.substr(folder.size()));
  }
  Diagnostic diagnostic =
      diagnostic_at(node, Code::missing_partial, "there is no partial " + in_ticks(node.text), {});
  std::optional<std::string> meant = nearest(node.text, names);
  if (node.text.starts_with(folder)) {
    const std::string below(node.text.substr(folder.size()));
    if (std::ranges::find(names, below) != names.end()) meant = below;
  }
  if (meant) {
    diagnostic.help = "did you mean " + in_ticks(*meant) + "?";
    diagnostic.fix = Fix{node.name_where, *meant};
  } else {
    diagnostic.help =
        "make the file " + in_ticks("layouts/partials/" + std::string(node.text) + ".mustache");
    if (!names.empty()) diagnostic.help += ", or use " + one_of(names);
  }
  return diagnostic;
}

Diagnostic recursive(const TemplateNode& node, const std::vector<std::string_view>& chain) {
  const auto first = std::ranges::find(chain, node.text);
  std::string way;
  for (auto step = first; step != chain.end(); ++step) way += in_ticks(*step) + " → ";
  return diagnostic_at(node, Code::recursive_partial,
                       "the partial " + in_ticks(node.text) + " includes itself",
                       "it would never end: " + way + in_ticks(node.text));
}

/// Puts partials in the place of their tags, for one layout.
class Expander {
 public:
  Expander(const ParsedTemplates& templates, Diagnostics& diagnostics)
      : templates_(templates), diagnostics_(diagnostics) {}

  void expand(TemplateNodes& nodes) {
    for (TemplateNode& node : nodes) {
      if (node.kind == Kind::partial) {
        expand_partial(node);
      } else {
        expand(node.children);
      }
    }
  }

 private:
  void expand_partial(TemplateNode& node) {
    if (node.text.empty()) return;  // its name was refused
    const auto found = templates_.find(std::string(folder).append(node.text));
    if (found == templates_.end()) {
      diagnostics_.add(missing(node, templates_));
    } else if (std::ranges::find(chain_, node.text) != chain_.end()) {
      diagnostics_.add(recursive(node, chain_));
    } else if (chain_.size() == deepest_partial || count_ == most_partials) {
      diagnostics_.add(diagnostic_at(node, Code::template_syntax,
                                     "partials make this layout too large",
                                     "use fewer partials inside partials"));
    } else {
      ++count_;
      node.children = found->second;
      chain_.push_back(node.text);
      expand(node.children);
      chain_.pop_back();
    }
  }

  const ParsedTemplates& templates_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> chain_;  ///< the partials we are in
  std::size_t count_ = 0;
};

}  // namespace

TemplateNodes expand_partials(const std::string& layout, const ParsedTemplates& templates,
                              Diagnostics& diagnostics) {
  const auto found = templates.find(layout);
  if (found == templates.end()) return {};
  TemplateNodes nodes = found->second;
  Expander(templates, diagnostics).expand(nodes);
  return nodes;
}

}  // namespace lamppost
