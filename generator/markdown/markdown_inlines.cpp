#include "markdown/markdown_inlines.h"

#include <array>
#include <cmark-gfm.h>
#include <utility>

#include "diagnostics/suggest.h"
#include "markdown/markdown_tree.h"
#include "markdown/raw_html.h"

namespace lamppost {
namespace {

std::string_view url_of(cmark_node* node) {
  const char* const url = cmark_node_get_url(node);
  return url == nullptr ? std::string_view() : std::string_view(url);
}

/// The text that follows a node; empty where something else does.
std::string_view following_text(cmark_node* node) {
  cmark_node* const next = cmark_node_next(node);
  const bool is_text = next != nullptr && cmark_node_get_type(next) == CMARK_NODE_TEXT;
  return is_text ? literal_of(next) : std::string_view();
}

std::string scheme_help(const std::string& scheme) {
  static const std::array<std::string, 4> allowed = {"https", "http", "mailto", "tel"};
  const auto meant = nearest(scheme, allowed);
  if (meant) return "did you mean `" + *meant + ":`?";
  return "write an address that begins with `https://`, `http://`, `mailto:` or `tel:`, or the "
         "path of a page or file of this site";
}

}  // namespace

InlineRenderer::InlineRenderer(const SourceText& source, BodyWriter& out, InlinePlaces& places,
                               Footnotes& footnotes, Diagnostics& diagnostics)
    : source_(source),
      out_(out),
      places_(places),
      footnotes_(footnotes),
      diagnostics_(diagnostics) {}

bool InlineRenderer::render(cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      text(literal_of(node));
      return true;
    case CMARK_NODE_SOFTBREAK:
      places_.line_break();
      out_.space("\n");
      return true;
    case CMARK_NODE_LINEBREAK:
      places_.line_break();
      out_.space("<br>\n");
      return true;
    case CMARK_NODE_CODE:
      code(literal_of(node));
      return true;
    case CMARK_NODE_HTML_INLINE:
      raw_html(literal_of(node));
      return true;
    case CMARK_NODE_EMPH:
      delimiters("em>", 1, entering);
      return true;
    case CMARK_NODE_STRONG:
      delimiters("strong>", 2, entering);
      return true;
    case CMARK_NODE_LINK:
      entering ? begin_link(node) : end_link(node);
      return true;
    case CMARK_NODE_IMAGE:
      entering ? begin_image(node) : end_image(node);
      return true;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      if (entering) footnote_mark(footnote_number(node));
      return true;
    default:
      if (extension_node(node) != ExtensionNode::strikethrough) return false;
      delimiters("del>", 2, entering);
      return true;
  }
}

void InlineRenderer::text(std::string_view literal) {
  places_.text(literal);
  out_.text(literal);
}

void InlineRenderer::code(std::string_view literal) {
  places_.code();
  out_.markup("<code>");
  out_.text(literal);
  out_.markup("</code>");
}

void InlineRenderer::delimiters(std::string_view tag, std::size_t length, bool entering) {
  places_.delimiters(length);
  out_.markup(entering ? "<" : "</");
  out_.markup(tag);
}

void InlineRenderer::raw_html(std::string_view literal) {
  const Span where = places_.raw_html(literal);
  RawHtmlAdvice advice = raw_html_advice(literal);
  warn(Code::raw_html, where, advice.what + " is left out of the page", std::move(advice.help));
}

void InlineRenderer::begin_link(cmark_node* node) {
  places_.open_link();
  Open open{link_target(url_of(node)), false, no_gap, out_.text_written()};
  const auto reach = open.target.reach;
  const bool may_link = reach == LinkTarget::Reach::inside || reach == LinkTarget::Reach::outside;
  if (may_link && written_links_ == 0 && !out_.in_description()) {
    open.is_written = true;
    ++written_links_;
    out_.markup("<a");
    if (reach == LinkTarget::Reach::outside) {
      out_.url_attribute("href", open.target.address);
    } else {
      out_.markup(" href=\"");
      open.gap = out_.gap(open.target.kind, open.target.target);
      out_.markup("\"");
    }
    title(node);
    out_.markup(">");
  }
  open_.push_back(std::move(open));
}

void InlineRenderer::end_link(cmark_node* node) {
  const Open open = std::move(open_.back());
  open_.pop_back();
  const Span where = places_.close_link(following_text(node));
  report_target(open.target, where);
  if (open.gap != no_gap) out_.place_link(open.gap, where);
  if (!open.is_written) return;
  // A link needs a name that can be read out.
  if (out_.text_written() == open.text_before) out_.text(url_of(node));
  out_.markup("</a>");
  --written_links_;
}

void InlineRenderer::begin_image(cmark_node* node) {
  places_.open_link();
  out_.begin_description();
  open_.push_back({link_target(url_of(node)), false, no_gap, out_.text_written()});
}

void InlineRenderer::end_image(cmark_node* node) {
  const Open open = std::move(open_.back());
  open_.pop_back();
  const Span where = places_.close_link(following_text(node));
  if (out_.end_description()) image(node, open, where);
}

void InlineRenderer::image(cmark_node* node, const Open& open, Span where) {
  if (open.target.reach == LinkTarget::Reach::outside &&
      (open.target.scheme == "http" || open.target.scheme == "https")) {
    warn(Code::remote_image, where,
         "a picture from another site is not shown; the page links to it instead",
         "put the picture beside the page, in the page's own folder, and write its file name: "
         "loading it from elsewhere would tell that site who reads this page");
    description_as_link(node, open);
    return;
  }
  if (open.target.reach != LinkTarget::Reach::inside) {
    LinkTarget refused = open.target;
    if (refused.reach == LinkTarget::Reach::outside) refused.reach = LinkTarget::Reach::bad_scheme;
    report_target(refused, where);
    out_.text(out_.description());
    return;
  }
  out_.markup("<img");
  out_.place_link(out_.gap(LinkKind::image, open.target.target), where);
  out_.attribute("alt", out_.description());
  title(node);
  out_.markup(R"( loading="lazy" decoding="async">)");
  out_.count_text(out_.description());
}

void InlineRenderer::description_as_link(cmark_node* node, const Open& open) {
  const bool is_link = written_links_ == 0;
  if (is_link) {
    out_.markup("<a");
    out_.url_attribute("href", open.target.address);
    title(node);
    out_.markup(">");
  }
  const bool has_words = out_.description().find_first_not_of(" \t\n") != std::string::npos;
  out_.text(has_words ? std::string_view(out_.description()) : url_of(node));
  if (is_link) out_.markup("</a>");
}

void InlineRenderer::title(cmark_node* node) {
  const char* const title = cmark_node_get_title(node);
  if (title != nullptr && *title != '\0') out_.attribute("title", title);
}

void InlineRenderer::footnote_mark(std::size_t number) {
  places_.footnote_mark();
  if (out_.in_description()) return;
  const std::string id = footnotes_.next_mark(number);
  const std::string shown = std::to_string(number);
  if (written_links_ > 0) {
    out_.markup("<sup id=\"" + id + "\">" + shown + "</sup>");
  } else {
    out_.markup("<sup><a href=\"#" + Footnotes::note_id(number) + "\" id=\"" + id +
                R"(" role="doc-noteref">)" + shown + "</a></sup>");
  }
  out_.add_id(id);
}

void InlineRenderer::report_target(const LinkTarget& target, Span where) {
  if (target.reach == LinkTarget::Reach::bad_scheme) {
    warn(Code::bad_scheme, where,
         "an address with `" + target.scheme + ":` is not allowed here; the link is left out",
         scheme_help(target.scheme));
  } else if (target.reach == LinkTarget::Reach::no_host) {
    warn(Code::bad_scheme, where, "this web address names no site; the link is left out",
         "write the whole address, as in `https://example.eu/page`");
  }
}

void InlineRenderer::warn(Code code, Span where, std::string message, std::string help) {
  diagnostics_.add({code, source_.path, where, std::move(message), std::move(help), {}, {}});
}

}  // namespace lamppost
