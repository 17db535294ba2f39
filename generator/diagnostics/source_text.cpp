#include "diagnostics/source_text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace lamppost {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Bytes that the lead byte of a longer character announces; 0 if it leads none.
std::uint32_t announced_size(unsigned char lead) {
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// Longer than need be, half of a UTF-16 pair, or past the last code point (RFC 3629, section 3).
bool is_forbidden(char32_t value, std::uint32_t size) {
  if (size == 3) return value < 0x800 || (value >= 0xD800 && value < 0xE000);
  return size == 4 && (value < 0x10000 || value > 0x10FFFF);
}

std::uint32_t count_characters(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(bytes, [](char byte) { return !is_continuation(byte); }));
}

/// Characters between two offsets, with the help of the marks where there are any.
std::uint32_t characters_between(const SourceText& text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::size_t step = SourceText::mark_distance;
  const std::string_view bytes = text.bytes;
  const std::size_t first = begin / step;
  const std::size_t last = end / step;
  if (first == last || last >= text.character_marks.size()) {
    return count_characters(bytes.substr(begin, end - begin));
  }
  const auto before_begin = count_characters(bytes.substr(first * step, begin - first * step));
  const auto before_end = count_characters(bytes.substr(last * step, end - last * step));
  return text.character_marks[last] + before_end - text.character_marks[first] - before_begin;
}

std::vector<std::uint32_t> marks_of(std::string_view bytes) {
  std::vector<std::uint32_t> marks;
  std::uint32_t characters = 0;
  for (std::size_t at = 0; at <= bytes.size(); at += SourceText::mark_distance) {
    marks.push_back(characters);
    characters += count_characters(bytes.substr(at, SourceText::mark_distance));
  }
  return marks;
}

/// Where the first character of a line lies: past a byte order mark.
std::uint32_t first_character(const SourceText& text, std::uint32_t line) {
  const bool has_mark = line == 1 && std::string_view(text.bytes).starts_with(byte_order_mark);
  return has_mark ? static_cast<std::uint32_t>(byte_order_mark.size()) : text.line_starts[line - 1];
}

std::uint32_t end_of_line(const SourceText& text, std::uint32_t line) {
  return text.line_starts[line - 1] + static_cast<std::uint32_t>(line_text(text, line).size());
}

/// The beginning of the character that the offset lies in.
std::uint32_t character_start(std::string_view bytes, std::uint32_t offset) {
  for (std::uint32_t back = 1; back <= 3 && back <= offset; ++back) {
    const std::uint32_t start = offset - back;
    if (character_at(bytes, start).size > back) return start;
  }
  return offset;
}

/// The first byte from `at` on that is not ASCII. Most text is, so eight are looked at together.
std::size_t end_of_ascii(std::string_view bytes, std::size_t at) {
  std::uint64_t eight = 0;
  for (; at + sizeof(eight) <= bytes.size(); at += sizeof(eight)) {
    std::memcpy(&eight, bytes.data() + at, sizeof(eight));
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

SourceText make_source_text(std::string path, std::string bytes) {
  SourceText text{std::move(path), std::move(bytes), {0}, {}};
  std::size_t longest = 0;
  std::size_t begin = 0;
  for (std::size_t end = text.bytes.find('\n'); end != std::string::npos;
       end = text.bytes.find('\n', begin)) {
    longest = std::max(longest, end - begin);
    begin = end + 1;
    text.line_starts.push_back(static_cast<std::uint32_t>(begin));
  }
  longest = std::max(longest, text.bytes.size() - begin);
  if (longest > SourceText::mark_distance) text.character_marks = marks_of(text.bytes);
  return text;
}

LineColumn line_column(const SourceText& text, std::uint32_t offset) {
  const auto next = std::ranges::upper_bound(text.line_starts, offset);
  const auto line = static_cast<std::uint32_t>(next - text.line_starts.begin());
  const std::uint32_t begin = first_character(text, line);
  offset = std::clamp(offset, begin, std::max(begin, end_of_line(text, line)));
  offset = std::max(begin, character_start(text.bytes, offset));
  return {line, characters_between(text, begin, offset) + 1};
}

std::string_view line_text(const SourceText& text, std::uint32_t line) {
  if (line == 0 || line > text.line_starts.size()) return {};
  const std::size_t begin = text.line_starts[line - 1];
  const bool is_last = line == text.line_starts.size();
  const std::size_t end = is_last ? text.bytes.size() : text.line_starts[line] - 1;
  auto found = std::string_view(text.bytes).substr(begin, end - begin);
  if (!is_last && found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

std::uint32_t offset_of(const SourceText& text, LineColumn place) {
  const auto lines = static_cast<std::uint32_t>(text.line_starts.size());
  if (place.line > lines) return static_cast<std::uint32_t>(text.bytes.size());
  const std::uint32_t line = std::max(place.line, 1U);
  const std::uint32_t end = end_of_line(text, line);
  std::uint32_t offset = first_character(text, line);
  for (std::uint32_t column = 1; column < place.column && offset < end; ++column) {
    offset += character_at(text.bytes, offset).size;
  }
  return offset;
}

Character long_character_at(std::string_view bytes, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(bytes[offset]);
  const Character invalid{lead, 1, false};
  const std::uint32_t size = announced_size(lead);
  if (size == 0 || size > bytes.size() - offset) return invalid;
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t at = offset + 1; at < offset + size; ++at) {
    if (!is_continuation(bytes[at])) return invalid;
    value = (value << 6U) | (static_cast<unsigned char>(bytes[at]) & 0x3FU);
  }
  return is_forbidden(value, size) ? invalid : Character{value, size, true};
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = end_of_ascii(bytes, 0); at < bytes.size(); at = end_of_ascii(bytes, at)) {
    const Character character = character_at(bytes, at);
    if (!character.valid) return at;
    at += character.size;
  }
  return std::string_view::npos;
}

}  // namespace lamppost
