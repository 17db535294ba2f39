#include "markdown/markdown_tree.h"

#include <charconv>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <memory>

namespace lamppost {
namespace {

/// Calls `visit(node, images)` for every node below, in order, until it says false; `images` is the
/// number of pictures around the node.
template <typename Visit>
void for_each_below(cmark_node* root, Visit visit) {
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  int images = 0;
  bool go_on = true;
  while (go_on) {
    const cmark_event_type event = cmark_iter_next(iterator.get());
    if (event == CMARK_EVENT_DONE) return;
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    const bool is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
    if (is_image && event == CMARK_EVENT_EXIT) --images;
    if (event == CMARK_EVENT_ENTER) go_on = visit(node, images);
    if (is_image && event == CMARK_EVENT_ENTER) ++images;
  }
}

bool is_visible_by_itself(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      return literal_of(node).find_first_not_of(" \t\n") != std::string_view::npos;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return true;
    default:
      return false;
  }
}

/// The parser puts the footnotes that have marks behind everything else.
bool has_footnotes(cmark_node* document) {
  cmark_node* const last = cmark_node_last_child(document);
  return last != nullptr && cmark_node_get_type(last) == CMARK_NODE_FOOTNOTE_DEFINITION;
}

}  // namespace

void FreeIterator::operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }

ExtensionNode extension_node(cmark_node* node) {
  if (cmark_node_get_syntax_extension(node) == nullptr) return ExtensionNode::none;
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return ExtensionNode::table;
  if (name == "table_header") return ExtensionNode::header_row;
  if (name == "table_row") return ExtensionNode::row;
  if (name == "table_cell") return ExtensionNode::cell;
  if (name == "strikethrough") return ExtensionNode::strikethrough;
  return ExtensionNode::none;
}

bool is_task(cmark_node* item) {
  return item != nullptr && cmark_node_get_type(item) == CMARK_NODE_ITEM &&
         std::string_view(cmark_node_get_type_string(item)) == "tasklist";
}

std::string_view literal_of(cmark_node* node) {
  const char* const literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

std::string plain_text_of(cmark_node* node) {
  std::string text;
  for_each_below(node, [&text](cmark_node* below, int images) {
    if (images > 0) return true;
    const cmark_node_type type = cmark_node_get_type(below);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal_of(below);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    return true;
  });
  const std::size_t last = text.find_last_not_of(' ');
  text.resize(last == std::string::npos ? 0 : last + 1);
  return text;
}

bool is_visible(cmark_node* node) {
  cmark_node* const first = cmark_node_first_child(node);
  if (first != nullptr && is_visible_by_itself(first)) return true;  // mostly
  bool visible = false;
  for_each_below(node, [&visible](cmark_node* below, int) {
    visible = is_visible_by_itself(below);
    return !visible;
  });
  return visible;
}

std::size_t footnote_number(cmark_node* mark) {
  const std::string_view digits = literal_of(mark);
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Footnotes footnotes_of(cmark_node* document) {
  Footnotes footnotes;
  if (!has_footnotes(document)) return footnotes;
  for_each_below(document, [&footnotes](cmark_node* node, int images) {
    if (images == 0 && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE) {
      footnotes.expect_mark(footnote_number(node));
    }
    return true;
  });
  return footnotes;
}

}  // namespace lamppost
