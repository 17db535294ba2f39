#include "markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "markdown/document_memory.h"
#include "markdown/markdown_html.h"

namespace lamppost {
namespace {

DocumentMemory& memory() {
  static DocumentMemory memory;
  return memory;
}

/// No exception passes through C: where nobody is told of memory that has run out, the process
/// ends.
cmark_mem* allocator() {
  static cmark_mem functions = {
      [](std::size_t count, std::size_t size) noexcept { return memory().allocate(count * size); },
      [](void* old, std::size_t size) noexcept { return memory().reallocate(old, size); },
      [](void* piece) noexcept { memory().free(piece); }};
  return &functions;
}

/// The tree needs not be freed: it goes with the memory.
cmark_node* parse(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* const parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, allocator());
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  // While a document is finished, strikethrough and autolink switch entries of a table on and off
  // that is one for the process, as is the registry of extensions: two documents at once would come
  // out wrong now and then. So a process parses in one thread.
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  return cmark_parser_finish(parser);
}

}  // namespace

Body parse_markdown(const SourceText& text, Span region, Diagnostics& diagnostics) {
  memory().clear();
  cmark_node* const document =
      parse(std::string_view(text.bytes).substr(region.begin, region.size()));
  return render_markdown(document, text, region, diagnostics);
}

}  // namespace lamppost
