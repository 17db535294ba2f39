#include "markdown/markdown_html.h"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <string>
#include <utility>

#include "markdown/heading_ids.h"
#include "markdown/markdown_inlines.h"
#include "markdown/markdown_tree.h"
#include "markdown/raw_html.h"

namespace lamppost {
namespace {

/// The table that is being written; tables don't nest.
struct Table {
  std::vector<std::uint8_t> alignments;
  std::size_t column = 0;
  int header_line = 0;
  bool in_header = false;
  bool has_body = false;
};

bool is_tight(cmark_node* paragraph) {
  cmark_node* const item = cmark_node_parent(paragraph);
  cmark_node* const list = item == nullptr ? nullptr : cmark_node_parent(item);
  return list != nullptr && cmark_node_get_list_tight(list) != 0;
}

bool begins_task(cmark_node* paragraph) {
  return cmark_node_previous(paragraph) == nullptr && is_task(cmark_node_parent(paragraph));
}

bool ends_footnote(cmark_node* paragraph) {
  return cmark_node_next(paragraph) == nullptr &&
         cmark_node_get_type(cmark_node_parent(paragraph)) == CMARK_NODE_FOOTNOTE_DEFINITION;
}

/// What the parser made of a block's lines.
std::string_view content_of(cmark_node* node) {
  // A block that was never given a line (`##`) has a buffer without an end.
  if (cmark_node_first_child(node) == nullptr) return {};
  const char* const content = cmark_node_get_string_content(node);
  return content == nullptr ? std::string_view() : std::string_view(content);
}

std::string_view alignment_class(std::uint8_t alignment) {
  switch (alignment) {
    case 'l':
      return " class=\"align-left\"";
    case 'c':
      return " class=\"align-center\"";
    case 'r':
      return " class=\"align-right\"";
    default:
      return "";
  }
}

std::string hashes(int level) { return std::string(static_cast<std::size_t>(level), '#'); }

/// Writes the blocks of a Markdown document; the inlines are another's.
class BlockRenderer {
 public:
  BlockRenderer(cmark_node* document, const SourceText& source, Span region,
                Diagnostics& diagnostics)
      : source_(source),
        diagnostics_(diagnostics),
        places_(source, region),
        footnotes_(footnotes_of(document)),
        inlines_(source, out_, places_, footnotes_, diagnostics) {}

  Body render(cmark_node* document);

 private:
  void block(cmark_node* node, bool entering);
  void table_part(cmark_node* node, ExtensionNode part, bool entering);
  void container(std::string_view tag, bool entering);
  void list(cmark_node* node, bool entering);
  void item(cmark_node* node, bool entering);
  void begin_paragraph(cmark_node* node);
  void end_paragraph(cmark_node* node);
  void checkbox(cmark_node* item);
  void empty_task(cmark_node* item);
  void heading(cmark_node* node, bool entering);
  void check_level(cmark_node* node, int level);
  void code_block(cmark_node* node);
  void html_block(cmark_node* node);
  void table(cmark_node* node, bool entering);
  void row(cmark_node* node, bool is_header, bool entering);
  void cell(cmark_node* node, bool entering);
  void footnote(bool entering);
  void begin_inlines(cmark_node* node);
  void warn(Code code, Span where, std::string message, std::string help,
            std::optional<Fix> fix = {});

  const SourceText& source_;
  Diagnostics& diagnostics_;
  BodyWriter out_;
  InlinePlaces places_;
  Footnotes footnotes_;
  InlineRenderer inlines_;
  HeadingIds heading_ids_;
  std::string last_heading_;  ///< its id, which names the tables after it
  int last_level_ = 1;        ///< the page's title
  Table table_;
  std::string cell_tag_;
  std::size_t footnote_ = 0;  ///< the number of the last one begun
  bool back_links_written_ = false;
  bool paragraph_is_visible_ = false;
};

Body BlockRenderer::render(cmark_node* document) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document));
  for (;;) {
    const cmark_event_type event = cmark_iter_next(iterator.get());
    if (event == CMARK_EVENT_DONE) break;
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    const bool entering = event == CMARK_EVENT_ENTER;
    if (!inlines_.render(node, entering)) block(node, entering);
  }
  if (footnote_ > 0) out_.markup("</ol>\n</div>\n");
  return std::move(out_).finish();
}

void BlockRenderer::block(cmark_node* node, bool entering) {
  const ExtensionNode extension = extension_node(node);
  if (entering) extension == ExtensionNode::cell ? out_.begin_cell() : out_.begin_block();
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return;
    case CMARK_NODE_BLOCK_QUOTE:
      return container("blockquote>\n", entering);
    case CMARK_NODE_LIST:
      return list(node, entering);
    case CMARK_NODE_ITEM:
      return item(node, entering);
    case CMARK_NODE_PARAGRAPH:
      return entering ? begin_paragraph(node) : end_paragraph(node);
    case CMARK_NODE_HEADING:
      return heading(node, entering);
    case CMARK_NODE_CODE_BLOCK:
      return code_block(node);
    case CMARK_NODE_HTML_BLOCK:
      return html_block(node);
    case CMARK_NODE_THEMATIC_BREAK:
      out_.line_start();
      return out_.markup("<hr>\n");
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return footnote(entering);
    default:
      table_part(node, extension, entering);
  }
}

void BlockRenderer::table_part(cmark_node* node, ExtensionNode part, bool entering) {
  switch (part) {
    case ExtensionNode::table:
      return table(node, entering);
    case ExtensionNode::header_row:
      return row(node, true, entering);
    case ExtensionNode::row:
      return row(node, false, entering);
    case ExtensionNode::cell:
      return cell(node, entering);
    default:
      return;
  }
}

void BlockRenderer::container(std::string_view tag, bool entering) {
  out_.line_start();
  out_.markup(entering ? "<" : "</");
  out_.markup(tag);
}

void BlockRenderer::list(cmark_node* node, bool entering) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) return container("ul>\n", entering);
  const int start = cmark_node_get_list_start(node);
  if (!entering || start == 1) return container("ol>\n", entering);
  container("ol start=\"" + std::to_string(start) + "\">\n", entering);
}

void BlockRenderer::item(cmark_node* node, bool entering) {
  if (!entering) return out_.markup("</li>\n");
  out_.line_start();
  out_.markup(is_task(node) ? "<li class=\"task\">" : "<li>");
  if (is_task(node) && cmark_node_first_child(node) == nullptr) empty_task(node);
}

/// Without words there is nothing that could name a checkbox.
void BlockRenderer::empty_task(cmark_node* item) {
  out_.markup(cmark_gfm_extensions_get_tasklist_item_checked(item) ? "☑" : "☐");
}

/// A checkbox is named by the text beside it, so that text goes into its label.
void BlockRenderer::checkbox(cmark_node* item) {
  out_.markup("<label><input type=\"checkbox\" disabled");
  if (cmark_gfm_extensions_get_tasklist_item_checked(item)) out_.markup(" checked");
  out_.markup("> ");
}

void BlockRenderer::begin_paragraph(cmark_node* node) {
  begin_inlines(node);
  out_.begin_paragraph();
  paragraph_is_visible_ = is_visible(node);
  if (!paragraph_is_visible_) return;
  if (!is_tight(node)) {
    out_.line_start();
    out_.markup("<p>");
  }
  if (begins_task(node)) checkbox(cmark_node_parent(node));
}

void BlockRenderer::end_paragraph(cmark_node* node) {
  if (!paragraph_is_visible_) {
    out_.drop_paragraph();  // raw HTML was all it had
    if (begins_task(node)) empty_task(cmark_node_parent(node));
    return;
  }
  if (cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT) out_.end_paragraph();
  if (begins_task(node)) out_.markup("</label>");
  if (ends_footnote(node)) {
    out_.markup(footnotes_.back_links(footnote_));
    back_links_written_ = true;
  }
  if (!is_tight(node)) out_.markup("</p>\n");
}

void BlockRenderer::heading(cmark_node* node, bool entering) {
  const int level = std::max(cmark_node_get_heading_level(node), 2);
  const std::string tag = "h" + std::to_string(level);
  if (!entering) return out_.markup("</" + tag + ">\n");
  begin_inlines(node);
  check_level(node, level);
  Heading heading{level, {}, plain_text_of(node)};
  heading.id = last_heading_ = heading_ids_.next(heading.text);
  out_.line_start();
  out_.markup("<" + tag);
  out_.attribute("id", heading.id);
  out_.markup(">");
  out_.add_heading(std::move(heading));
}

void BlockRenderer::check_level(cmark_node* node, int level) {
  const Span marker =
      places_.heading_marker(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const std::string_view marks =
      std::string_view(source_.bytes).substr(marker.begin, marker.size());
  if (cmark_node_get_heading_level(node) == 1) {
    std::optional<Fix> fix;
    if (marks == "#") fix = Fix{marker, "##"};
    if (!marks.empty() && marks.find_first_not_of('=') == std::string_view::npos) {
      fix = Fix{marker, std::string(marks.size(), '-')};
    }
    warn(Code::heading_one, marker, "the page's title is already its heading of the first level",
         "write `## " + plain_text_of(node) + "`; the page shows it so", std::move(fix));
  }
  if (level > last_level_ + 1) {
    warn(Code::skipped_heading, marker,
         "this heading is of level " + std::to_string(level) +
             ", but the one before it is of level " + std::to_string(last_level_),
         "write `" + hashes(last_level_ + 1) + ' ' + plain_text_of(node) +
             "`, or a heading of level " + std::to_string(last_level_ + 1) + " before it");
  }
  last_level_ = level;
}

void BlockRenderer::code_block(cmark_node* node) {
  const char* const fence_info = cmark_node_get_fence_info(node);
  const std::string_view info = fence_info == nullptr ? "" : fence_info;
  const std::string_view language = info.substr(0, info.find_first_of(" \t\n\v\f\r"));
  out_.line_start();
  // Long lines scroll, which a keyboard can do only where the focus can be.
  out_.markup("<pre tabindex=\"0\"><code");
  if (!language.empty()) out_.attribute("class", "language-" + std::string(language));
  out_.markup(">");
  out_.text(literal_of(node));
  out_.markup("</code></pre>\n");
}

void BlockRenderer::html_block(cmark_node* node) {
  const std::string_view literal = literal_of(node);
  RawHtmlAdvice advice = raw_html_advice(literal);
  const bool has_more_lines = literal.find('\n') + 1 < literal.size();
  warn(Code::raw_html,
       places_.rest_of_line(cmark_node_get_start_line(node), cmark_node_get_start_column(node)),
       advice.what + (has_more_lines ? " and the lines that belong to it are left out of the page"
                                     : " is left out of the page"),
       std::move(advice.help));
}

void BlockRenderer::table(cmark_node* node, bool entering) {
  if (!entering) {
    out_.markup(table_.has_body ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
    return;
  }
  const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(node);
  table_ = {};
  table_.alignments.assign(alignments, alignments + columns);
  // Lines of a paragraph that runs into the table are counted as the table's.
  const std::string_view content = content_of(node);
  table_.header_line = cmark_node_get_start_line(node) - 1 +
                       static_cast<int>(std::count(content.begin(), content.end(), '\n'));
  out_.line_start();
  // A wide table scrolls in its frame; the heading above it names the frame, in any language.
  out_.markup(R"(<div class="table" role="group" tabindex="0")");
  if (!last_heading_.empty()) out_.attribute("aria-labelledby", last_heading_);
  out_.markup(">\n<table>\n");
}

void BlockRenderer::row(cmark_node* node, bool is_header, bool entering) {
  if (!entering) {
    out_.markup(is_header ? "</tr>\n</thead>\n" : "</tr>\n");
    return;
  }
  places_.begin_row(is_header ? table_.header_line : cmark_node_get_start_line(node));
  table_.column = 0;
  table_.in_header = is_header;
  if (is_header) out_.markup("<thead>\n");
  if (!is_header && !table_.has_body) {
    out_.markup("<tbody>\n");
    table_.has_body = true;
  }
  out_.markup("<tr>\n");
}

void BlockRenderer::cell(cmark_node* node, bool entering) {
  if (!entering) return out_.markup("</" + cell_tag_ + ">\n");
  places_.begin_cell();
  // An empty cell heads nothing.
  cell_tag_ = table_.in_header && is_visible(node) ? "th" : "td";
  out_.markup("<" + cell_tag_);
  if (cell_tag_ == "th") out_.markup(" scope=\"col\"");
  if (table_.column < table_.alignments.size()) {
    out_.markup(alignment_class(table_.alignments[table_.column]));
  }
  ++table_.column;
  out_.markup(">");
}

void BlockRenderer::footnote(bool entering) {
  if (!entering) {
    if (!back_links_written_) out_.markup(footnotes_.back_links(footnote_));
    return out_.markup("</li>\n");
  }
  out_.line_start();
  if (footnote_ == 0) out_.markup("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
  back_links_written_ = false;
  const std::string id = Footnotes::note_id(++footnote_);
  out_.markup("<li id=\"" + id + "\">");
  out_.add_id(id);
}

void BlockRenderer::begin_inlines(cmark_node* node) {
  // The paragraph that runs into a table has no place of its own; it begins where the table does.
  cmark_node* const next = cmark_node_next(node);
  cmark_node* const placed = cmark_node_get_start_line(node) == 0 && next != nullptr ? next : node;
  places_.begin_block(content_of(node), cmark_node_get_start_line(placed),
                      cmark_node_get_start_column(placed), cmark_node_get_end_line(placed));
}

void BlockRenderer::warn(Code code, Span where, std::string message, std::string help,
                         std::optional<Fix> fix) {
  diagnostics_.add(
      {code, source_.path, where, std::move(message), std::move(help), std::move(fix), {}});
}

}  // namespace

Body render_markdown(cmark_node* document, const SourceText& text, Span region,
                     Diagnostics& diagnostics) {
  return BlockRenderer(document, text, region, diagnostics).render(document);
}

}  // namespace lamppost
