#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/footnotes.h"

struct cmark_iter;
struct cmark_node;

namespace lamppost {

/// For a `std::unique_ptr` that owns an iterator over a tree.
struct FreeIterator {
  void operator()(cmark_iter* iterator) const;
};

/// The kinds of node that cmark-gfm's extensions add; their numbers are given out at run time.
enum class ExtensionNode : std::uint8_t { none, table, header_row, row, cell, strikethrough };

[[nodiscard]] ExtensionNode extension_node(cmark_node* node);
[[nodiscard]] bool is_task(cmark_node* item);

/// The text below a node without markup, footnote marks and pictures; line breaks as spaces.
[[nodiscard]] std::string plain_text_of(cmark_node* node);

/// Whether a reader would see anything of what is below a node.
[[nodiscard]] bool is_visible(cmark_node* node);

/// The number a footnote's mark shows, from 1.
[[nodiscard]] std::size_t footnote_number(cmark_node* mark);

/// The marks of a document that will be shown: not those in a picture's description.
[[nodiscard]] Footnotes footnotes_of(cmark_node* document);

/// A node's own text; empty if it has none.
[[nodiscard]] std::string_view literal_of(cmark_node* node);

}  // namespace lamppost
