#include "markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <mutex>

#include "markdown/markdown_html.h"

namespace lamppost {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

/// The registry of extensions is one for the process and filled without a lock.
void register_extensions() {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
}

Document parse(std::string_view markdown) {
  register_extensions();
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8));
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  // While a document is finished, strikethrough and autolink switch entries of a table on and off
  // that is one for the process: two documents at once would come out wrong now and then.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Document(cmark_parser_finish(parser.get()));
}

}  // namespace

Body parse_markdown(const SourceText& text, Span region, Diagnostics& diagnostics) {
  const Document document = parse(std::string_view(text.bytes).substr(region.begin, region.size()));
  return render_markdown(document.get(), text, region, diagnostics);
}

}  // namespace lamppost
