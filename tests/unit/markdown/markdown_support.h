#pragma once

#include <string>
#include <vector>

#include "markdown/markdown.h"
#include "markdown/markup.h"

namespace lamppost::test {

/// A piece of Markdown with what became of it.
struct Rendered {
  SourceText text;
  Body body;
  Diagnostics diagnostics;

  /// The page with its gaps filled by what was written, so that a test can say the whole of it.
  [[nodiscard]] std::string html() const {
    std::string html = body.text.html.markup();
    for (auto link = body.links.rbegin(); link != body.links.rend(); ++link) {
      std::string address;
      append_url(address, link->target);
      if (link->kind == LinkKind::image) address = " src=\"" + address + '"';
      html.insert(link->at, address);
    }
    return html;
  }

  /// A place as `line:column bytes`.
  [[nodiscard]] std::string shown(Span where) const {
    const LineColumn place = line_column(text, where.begin);
    return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
           text.bytes.substr(where.begin, where.size());
  }

  [[nodiscard]] std::vector<std::string> link_places() const {
    std::vector<std::string> places;
    for (const Link& link : body.links) places.push_back(shown(link.where));
    return places;
  }

  /// `code place` of every diagnostic, in the order of the file.
  [[nodiscard]] std::vector<std::string> complaints() const {
    Diagnostics sorted = diagnostics;
    sorted.sort();
    std::vector<std::string> complaints;
    for (const Diagnostic& diagnostic : sorted.list()) {
      complaints.push_back(std::string(info(diagnostic.code).name) + ' ' + shown(diagnostic.where));
    }
    return complaints;
  }
};

inline Rendered rendered(const std::string& markdown) {
  Rendered result{make_source_text("page.md", markdown), {}, {}};
  result.body = parse_markdown(result.text, {0, static_cast<std::uint32_t>(markdown.size())},
                               result.diagnostics);
  return result;
}

}  // namespace lamppost::test
