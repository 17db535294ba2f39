#include "markdown/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <string>

#include "support/catch.h"

using namespace lamppost;

namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

/// A piece of Markdown as a tree.
class Tree {
 public:
  explicit Tree(const std::string& markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8));
    for (const char* const name : {"table", "strikethrough", "tasklist"}) {
      cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    document_.reset(cmark_parser_finish(parser.get()));
  }

  [[nodiscard]] cmark_node* root() const { return document_.get(); }

  /// The node that so many steps down the first children lead to.
  [[nodiscard]] cmark_node* first(int steps) const {
    cmark_node* node = root();
    for (int step = 0; step < steps; ++step) node = cmark_node_first_child(node);
    return node;
  }

 private:
  std::unique_ptr<cmark_node, FreeNode> document_;
};

std::string plain(const std::string& markdown) { return plain_text_of(Tree(markdown).root()); }

bool shows(const std::string& markdown) { return is_visible(Tree(markdown).root()); }

}  // namespace

TEST_CASE("a node's plain text keeps the words of its markup, pictures and marks left out") {
  CHECK(plain("a **b *c*** [d](e) `f<g>` ~~h~~ &amp; <i>j</i>") == "a b c d f<g> h & j");
  CHECK(plain("a ![b *c*](d.png) e") == "a  e");
  CHECK(plain("a![b ![c](d.png)](e.png)z") == "az");
  CHECK(plain_text_of(Tree("a[^x]b\n\n[^x]: c\n").first(1)) == "ab");
}

TEST_CASE("in a node's plain text a line break is a space, and the end has none") {
  CHECK(plain("a\nb\\\nc") == "a b c");
  CHECK(plain("a ![b](c.png)") == "a");
  CHECK(plain("![b](c.png)").empty());
  CHECK(plain("` `").empty());
}

TEST_CASE("words, links, pictures and footnote marks can be seen; tags and spaces cannot") {
  CHECK(shows("a"));
  CHECK(shows("[](a.md)"));
  CHECK(shows("![](a.png)"));
  CHECK(shows("<i>**`a`**</i>"));
  CHECK(shows("[^1]\n\n[^1]: x"));
  CHECK_FALSE(shows(""));
  CHECK_FALSE(shows("<i></i>"));
  CHECK_FALSE(shows("<i> </i>\n<b></b>"));
  CHECK_FALSE(shows("` `"));
}

TEST_CASE("the extensions' nodes are told apart, also from those that are none") {
  const Tree table("| ~~a~~ |\n|---|\n| b |\n");
  CHECK(extension_node(table.first(1)) == ExtensionNode::table);
  CHECK(extension_node(table.first(2)) == ExtensionNode::header_row);
  CHECK(extension_node(table.first(3)) == ExtensionNode::cell);
  CHECK(extension_node(table.first(4)) == ExtensionNode::strikethrough);
  CHECK(extension_node(table.first(5)) == ExtensionNode::none);
  CHECK(extension_node(cmark_node_next(table.first(2))) == ExtensionNode::row);
}

TEST_CASE("only an item with a checkbox is a task") {
  const Tree list("- [x] a\n- [ ] b\n- [y] c\n");
  cmark_node* const done = list.first(2);
  cmark_node* const open = cmark_node_next(done);
  CHECK(is_task(done));
  CHECK(is_task(open));
  CHECK_FALSE(is_task(cmark_node_next(open)));
  CHECK_FALSE(is_task(list.first(1)));
  CHECK_FALSE(is_task(list.first(3)));
  CHECK_FALSE(is_task(nullptr));
}

TEST_CASE("a document's marks are counted by footnote, but not those in a picture's description") {
  const Tree tree("a[^x] b[^y] c[^x] ![d[^x]](e.png)\n\n[^x]: one\n[^y]: two\n");
  Footnotes footnotes = footnotes_of(tree.root());
  CHECK(footnotes.back_links(1).find("#fnref-1-2\"") != std::string::npos);
  CHECK(footnotes.back_links(1).find("#fnref-1-3\"") == std::string::npos);
  CHECK(footnotes.back_links(2).find("#fnref-2\"") != std::string::npos);
  CHECK(footnote_number(cmark_node_next(tree.first(2))) == 1);
  CHECK(literal_of(tree.first(2)) == "a");
  CHECK(literal_of(tree.first(1)).empty());
}
