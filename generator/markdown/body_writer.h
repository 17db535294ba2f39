#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/body.h"

namespace lamppost {

/// Puts a `Body` together, markup and plain text side by side.
/// While an image's description is collected, text goes there and markup nowhere: an `alt` is plain
/// text whatever stands in it.
class BodyWriter {
 public:
  void markup(std::string_view markup);
  void text(std::string_view text);  ///< as contributors wrote it; cleaned and escaped here
  void attribute(std::string_view name, std::string_view value);
  void url_attribute(std::string_view name, std::string_view url);
  void line_start();                    ///< the next markup begins a line
  void space(std::string_view markup);  ///< white space in the plain text, `markup` in the HTML

  void begin_block() { separate('\n'); }  ///< in the plain text
  void begin_cell() { separate(' '); }

  void begin_paragraph();
  void end_paragraph();   ///< the first that has text is kept as the body's first paragraph
  void drop_paragraph();  ///< forgets what was written since it began; it had no links

  /// Leaves a gap here for an address; gives the link's index.
  std::size_t gap(LinkKind kind, std::string target);
  void place_link(std::size_t index, Span where) { body_.links[index].where = where; }

  void add_heading(Heading heading) { body_.headings.push_back(std::move(heading)); }
  void add_id(std::string id) { body_.other_ids.push_back(std::move(id)); }

  /// A description within a description is part of it.
  void begin_description();
  /// True where the outermost has ended: `description()` is complete.
  [[nodiscard]] bool end_description() { return --description_depth_ == 0; }
  [[nodiscard]] const std::string& description() const { return description_; }
  [[nodiscard]] bool in_description() const { return description_depth_ > 0; }

  /// Bytes written so far that can be read out: tells whether something got any.
  [[nodiscard]] std::size_t text_written() const { return text_written_; }
  void count_text(std::string_view text);

  /// Ends the writing.
  [[nodiscard]] Body finish() &&;

 private:
  void add_text(std::string_view text, std::string_view markup);
  void separate(char separator);

  Body body_;
  std::string html_;
  std::string description_;
  int description_depth_ = 0;
  std::size_t paragraph_ = 0;         ///< where the last one begins in the plain text
  std::size_t paragraph_markup_ = 0;  ///< and in the HTML
  std::size_t text_written_ = 0;
};

}  // namespace lamppost
