#include "markdown/inline_places.h"

#include <algorithm>

#include "markdown/inline_syntax.h"

namespace lamppost {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view without_trailing_spaces(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  return text.substr(0, last == npos ? 0 : last + 1);
}

std::string_view first_line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The length of the UTF-8 character that begins at that place.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
  return end - at;
}

}  // namespace

InlinePlaces::InlinePlaces(const SourceText& source, Span region) : source_(source.bytes) {
  // The parser ends a line at LF, CR LF and CR; SourceText only at the first two.
  const std::string_view bytes = source_.substr(0, region.end);
  std::size_t begin = region.begin;
  std::size_t carriage_return = bytes.find('\r', begin);
  for (;;) {
    if (carriage_return < begin) carriage_return = bytes.find('\r', begin);
    const std::size_t end = std::min(bytes.find('\n', begin), carriage_return);
    if (end == npos) break;
    add_line(begin, end);
    begin = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  add_line(begin, region.end);
}

void InlinePlaces::add_line(std::size_t begin, std::size_t end) {
  lines_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

const InlinePlaces::Line* InlinePlaces::line_at(int line) const {
  const auto index = static_cast<std::size_t>(line) - 1;
  return line > 0 && index < lines_.size() ? &lines_[index] : nullptr;
}

std::string_view InlinePlaces::bytes_of(const Line& line) const {
  return source_.substr(line.begin, line.end - line.begin);
}

Span InlinePlaces::rest_of_line(int line, int column) const {
  const Line* const found = line_at(line);
  if (found == nullptr) return {lines_.back().end, lines_.back().end};
  const auto end =
      static_cast<std::uint32_t>(found->begin + without_trailing_spaces(bytes_of(*found)).size());
  const std::uint32_t before = column > 1 ? static_cast<std::uint32_t>(column) - 1 : 0;
  return {std::min(found->begin + before, end), end};
}

void InlinePlaces::begin_block(std::string_view content, int line, int column, int last_line) {
  content_ = content;
  cursor_ = 0;
  open_.clear();
  fallback_ = rest_of_line(line, column);
  lost_ = !map_lines(line, column, last_line);
}

/// Whether this piece of the block is what stands in that line, but for what the parser took away:
/// `>` and white space before it, white space after it.
bool InlinePlaces::continues(std::size_t index, std::string_view piece) const {
  const std::string_view line = without_trailing_spaces(bytes_of(lines_[index]));
  return line.size() >= piece.size() && line.substr(line.size() - piece.size()) == piece &&
         line.substr(0, line.size() - piece.size()).find_first_not_of(" \t>") == npos;
}

/// The text of `# Heading ##`.
bool InlinePlaces::map_heading(const Line& line, int column) {
  const std::string_view bytes = bytes_of(line);
  const std::size_t marks = bytes.find('#', static_cast<std::size_t>(std::max(column, 1)) - 1);
  if (marks == npos) return false;
  const std::size_t text = bytes.find(first_line_of(content_), bytes.find_first_not_of('#', marks));
  if (text == npos) return false;
  pieces_.push_back({0, static_cast<std::uint32_t>(line.begin + text)});
  return true;
}

bool InlinePlaces::map_lines(int line, int column, int last_line) {
  pieces_.clear();
  const Line* const first = line_at(line);
  if (first == nullptr) return false;
  const std::size_t end_index =
      std::min(static_cast<std::size_t>(std::max(last_line, line)), lines_.size());
  auto index = static_cast<std::size_t>(line) - 1;
  last_line_ = index;
  const Span start = rest_of_line(line, column);
  std::string_view piece = without_trailing_spaces(first_line_of(content_));
  if (source_.substr(start.begin, start.size()) != piece) {
    if (start.size() > 0 && source_[start.begin] == '#') return map_heading(*first, column);
    // The parser has taken link definitions away, but counts the block from the first of them.
    do {
      if (++index >= end_index) return false;
    } while (!continues(index, piece));
  }
  for (std::size_t at = 0; at < content_.size(); ++index) {
    piece = without_trailing_spaces(first_line_of(content_.substr(at)));
    if (index >= lines_.size() || (at > 0 && !continues(index, piece))) return false;
    const std::size_t end =
        lines_[index].begin + without_trailing_spaces(bytes_of(lines_[index])).size();
    pieces_.push_back({at, static_cast<std::uint32_t>(end - piece.size())});
    last_line_ = index;
    at += first_line_of(content_.substr(at)).size() + 1;
  }
  return !pieces_.empty();
}

void InlinePlaces::begin_row(int line) {
  const Line* const found = line_at(line);
  pieces_.clear();
  open_.clear();
  cursor_ = 0;
  content_ = found == nullptr ? std::string_view() : bytes_of(*found);
  fallback_ = rest_of_line(line, 1);
  pieces_.push_back({0, found == nullptr ? fallback_.begin : found->begin});
  lost_ = found == nullptr;
}

void InlinePlaces::begin_cell() {
  while (at_one_of(" \t>")) ++cursor_;
  if (at('|')) ++cursor_;
  while (at_one_of(" \t")) ++cursor_;
}

bool InlinePlaces::at_one_of(std::string_view characters) const {
  return cursor_ < content_.size() && characters.find(content_[cursor_]) != npos;
}

bool InlinePlaces::at_escaped(char c) const {
  return at('\\') && cursor_ + 1 < content_.size() && content_[cursor_ + 1] == c;
}

/// Whether a text stands there just so: nearly always.
bool InlinePlaces::is_as_written(std::string_view literal) const {
  return content_.substr(std::min(cursor_, content_.size()), literal.size()) == literal &&
         literal.find('&') == npos && literal.find('\\') == npos;
}

void InlinePlaces::text(std::string_view literal) {
  if (lost_) return;
  if (is_as_written(literal)) {
    cursor_ += literal.size();
    return;
  }
  bool after_reference = false;  // a reference may stand for two characters
  std::size_t i = 0;
  while (i < literal.size() && cursor_ < content_.size()) {
    if (at(literal[i]) && literal[i] != '&' && literal[i] != '\\') {
      ++cursor_;
      ++i;
      after_reference = false;
      continue;
    }
    const std::size_t reference = reference_length(content_, cursor_);
    if (at_escaped(literal[i]) && literal[i] != '\\') {
      cursor_ += 2;
      ++i;
    } else if (reference > 0 &&
               literal.substr(i, reference) != content_.substr(cursor_, reference)) {
      cursor_ += reference;
      i += character_length(literal, i);
      after_reference = true;
      continue;
    } else if (at(literal[i])) {
      cursor_ += at_escaped('\\') ? 2 : 1;
      ++i;
    } else if (after_reference) {
      i += character_length(literal, i);
    } else {
      ++cursor_;
    }
    after_reference = false;
  }
  lost_ = i < literal.size();
}

/// Moves past the next occurrence of these bytes.
bool InlinePlaces::pass(std::string_view end) {
  const std::size_t found = lost_ ? npos : content_.find(end, cursor_);
  lost_ = found == npos;
  if (!lost_) cursor_ = found + end.size();
  return !lost_;
}

void InlinePlaces::code() {
  if (!pass("`")) return;
  const std::size_t begin = cursor_ - 1;
  std::size_t end = std::min(content_.find_first_not_of('`', begin), content_.size());
  const std::size_t length = end - begin;
  while (end < content_.size()) {
    const std::size_t run = content_.find('`', end);
    if (run == npos) break;
    end = std::min(content_.find_first_not_of('`', run), content_.size());
    if (end - run != length) continue;
    cursor_ = end;
    return;
  }
  lost_ = true;
}

void InlinePlaces::line_break() {
  if (!pass("\n")) return;
  while (at_one_of(" \t")) ++cursor_;
}

void InlinePlaces::delimiters(std::size_t most) {
  for (std::size_t i = 0; i < most && at_one_of("*_~"); ++i) ++cursor_;
}

void InlinePlaces::footnote_mark() { lost_ = !pass("[^") || !pass("]"); }

Span InlinePlaces::raw_html(std::string_view literal) {
  return pass(literal) ? span_of(cursor_ - literal.size(), cursor_) : fallback_;
}

void InlinePlaces::open_link() {
  if (at('[') || content_.substr(std::min(cursor_, content_.size()), 2) == "![") {
    open_.push_back({cursor_, LinkForm::brackets});
    cursor_ += at('!') ? 2 : 1;
  } else if (at('<')) {
    open_.push_back({++cursor_, LinkForm::pointed});
  } else {
    open_.push_back({cursor_, LinkForm::bare});
  }
}

Span InlinePlaces::close_link(std::string_view following) {
  const OpenLink link = open_.back();
  open_.pop_back();
  if (lost_) return fallback_;
  if (link.form != LinkForm::brackets) {
    const Span address = span_of(link.begin, cursor_);
    if (link.form == LinkForm::pointed && at('>')) ++cursor_;
    return address;
  }
  if (!pass("]")) return fallback_;
  if (const auto tail = link_tail(content_, cursor_)) {
    cursor_ = tail->end;
    if (tail->destination_end > tail->destination_begin) {
      return span_of(tail->destination_begin, tail->destination_end);
    }
  } else if (const std::size_t label = end_of_label(content_, cursor_); label > cursor_) {
    // `[a][b]` may also be the link [a], then text in brackets.
    const std::string_view written = content_.substr(cursor_, label - cursor_);
    if (following.substr(0, written.size()) != written) cursor_ = label;
  }
  return span_of(link.begin, cursor_);
}

std::uint32_t InlinePlaces::source_of(std::size_t place) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), place,
                       [](std::size_t value, const Piece& piece) { return value < piece.at; });
  const Piece& piece = after == pieces_.begin() ? pieces_.front() : *(after - 1);
  return static_cast<std::uint32_t>(piece.source + (place - piece.at));
}

Span InlinePlaces::span_of(std::size_t begin, std::size_t end) const {
  if (end <= begin) return {source_of(begin), source_of(begin)};
  return {source_of(begin), source_of(end - 1) + 1};
}

Span InlinePlaces::heading_marker(int line, int column) const {
  const Span start = rest_of_line(line, column);
  if (start.size() > 0 && source_[start.begin] == '#') {
    const std::size_t end = std::min(source_.find_first_not_of('#', start.begin), source_.size());
    return {start.begin, static_cast<std::uint32_t>(end)};
  }
  if (lost_ || last_line_ + 1 >= lines_.size()) return start;
  const std::string_view under = without_trailing_spaces(bytes_of(lines_[last_line_ + 1]));
  const std::size_t marks = under.find_first_of("=-");
  if (marks == npos) return start;
  const std::uint32_t begin = lines_[last_line_ + 1].begin;
  return {static_cast<std::uint32_t>(begin + marks),
          static_cast<std::uint32_t>(begin + under.size())};
}

}  // namespace lamppost
