#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/source_text.h"

namespace lamppost {

/// Finds where the inlines of a Markdown document stand in its source. The parser's own columns
/// can't be used: they are wrong after line ends in links, on lazily continued lines and in
/// autolinks. So this walks through the text of each block in step with the tree: the caller names
/// every inline in the order of the document.
/// Where the two can't be brought together, the place is the first line of the block.
class InlinePlaces {
 public:
  /// `region` is what the parser was given. `source` must live as long as this.
  InlinePlaces(const SourceText& source, Span region);

  /// From a line and a column in bytes, both from 1 and counted in the region as the parser does,
  /// to the end of that line.
  [[nodiscard]] Span rest_of_line(int line, int column) const;

  /// A block begins that has inlines. `content` is what the parser made of its lines (without `>`,
  /// indentation and link definitions); it must live until the next block begins.
  void begin_block(std::string_view content, int line, int column, int last_line);

  /// A row of a table begins, or one of its cells.
  void begin_row(int line);
  void begin_cell();

  void text(std::string_view literal);
  void code();
  void line_break();
  void delimiters(std::size_t most);  ///< of emphasis or strikethrough: `*`, `_`, `~`
  void footnote_mark();
  [[nodiscard]] Span raw_html(std::string_view literal);

  /// A link or image begins, and ends. Its place is the destination as written, or the whole link
  /// where it stands elsewhere (a reference). `following` is the text after it, if it is text.
  void open_link();
  [[nodiscard]] Span close_link(std::string_view following);

  /// The `#`s of a heading that begins there, or the line under it.
  [[nodiscard]] Span heading_marker(int line, int column) const;

 private:
  struct Line {
    std::uint32_t begin;
    std::uint32_t end;  ///< without the line ending
  };
  struct Piece {           ///< a line of the block
    std::size_t at;        ///< where it begins in the block's text
    std::uint32_t source;  ///< and in the file
  };
  enum class LinkForm : std::uint8_t { brackets, pointed, bare };  ///< `[a](b)`, `<b>`, `b`
  struct OpenLink {
    std::size_t begin;
    LinkForm form;
  };

  void add_line(std::size_t begin, std::size_t end);
  [[nodiscard]] const Line* line_at(int line) const;
  [[nodiscard]] std::string_view bytes_of(const Line& line) const;
  [[nodiscard]] bool map_lines(int line, int column, int last_line);
  [[nodiscard]] bool map_heading(const Line& line, int column);
  [[nodiscard]] bool continues(std::size_t index, std::string_view piece) const;
  [[nodiscard]] bool at(char c) const {
    return cursor_ < content_.size() && content_[cursor_] == c;
  }
  [[nodiscard]] bool at_one_of(std::string_view characters) const;
  [[nodiscard]] bool at_escaped(char c) const;
  [[nodiscard]] bool is_as_written(std::string_view literal) const;
  [[nodiscard]] bool pass(std::string_view end);
  [[nodiscard]] Span span_of(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::uint32_t source_of(std::size_t place) const;

  std::string_view source_;
  std::vector<Line> lines_;
  std::string_view content_;
  std::vector<Piece> pieces_;
  std::vector<OpenLink> open_;
  std::size_t cursor_ = 0;     ///< in `content_`: all before it is accounted for
  std::size_t last_line_ = 0;  ///< index of the block's last line of text
  Span fallback_;
  bool lost_ = true;
};

}  // namespace lamppost
