#include "markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>
#include <new>

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

/// Where there is no memory, does as `operator new` does: whoever limits this process's memory
/// hears of it, and decides.
void* or_tell(void* memory) {
  if (memory != nullptr) return memory;
  if (const std::new_handler handler = std::get_new_handler()) handler();
  std::abort();
}

void* allocate(std::size_t count, std::size_t size) { return or_tell(std::calloc(count, size)); }

void* reallocate(void* old, std::size_t size) { return or_tell(std::realloc(old, size)); }

Document parse(std::string_view markdown) {
  static cmark_mem memory = {allocate, reallocate, std::free};
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8, &memory));
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  // While a document is finished, strikethrough and autolink switch entries of a table on and off
  // that is one for the process, as is the registry of extensions: two documents at once would come
  // out wrong now and then. So a process parses in one thread.
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Document(cmark_parser_finish(parser.get()));
}

}  // namespace

Body parse_markdown(const SourceText& text, Span region, Diagnostics& diagnostics) {
  const Document document = parse(std::string_view(text.bytes).substr(region.begin, region.size()));
  return render_markdown(document.get(), text, region, diagnostics);
}

}  // namespace lamppost
