#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "markdown/body_writer.h"
#include "markdown/footnotes.h"
#include "markdown/inline_places.h"
#include "markdown/link_target.h"

struct cmark_node;

namespace lamppost {

/// Writes the inlines of a Markdown document: text, emphasis, links, pictures, footnote marks.
class InlineRenderer {
 public:
  InlineRenderer(const SourceText& source, BodyWriter& out, InlinePlaces& places,
                 Footnotes& footnotes, Diagnostics& diagnostics);

  /// Takes a node if it is an inline; says whether it was. Leaves are only entered.
  [[nodiscard]] bool render(cmark_node* node, bool entering);

 private:
  /// A link or picture whose end has not come yet.
  struct Open {
    LinkTarget target;
    bool is_written = false;   ///< the link's tag is in the page
    std::size_t gap = no_gap;  ///< index of the body's link
    std::size_t text_before = 0;
  };
  static constexpr std::size_t no_gap = static_cast<std::size_t>(-1);

  void text(std::string_view literal);
  void code(std::string_view literal);
  void raw_html(std::string_view literal);
  void delimiters(std::string_view tag, std::size_t length, bool entering);
  void begin_link(cmark_node* node);
  void end_link(cmark_node* node);
  void begin_image(cmark_node* node);
  void end_image(cmark_node* node);
  void image(cmark_node* node, const Open& open, Span where);
  void description_as_link(cmark_node* node, const Open& open);
  void title(cmark_node* node);
  void footnote_mark(std::size_t number);
  void report_target(const LinkTarget& target, Span where);
  void warn(Code code, Span where, std::string message, std::string help);

  const SourceText& source_;
  BodyWriter& out_;
  InlinePlaces& places_;
  Footnotes& footnotes_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  int written_links_ = 0;  ///< links around this place: one can't stand in another
};

}  // namespace lamppost
