#include "diagnostics/display.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace lamppost {

namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::size_t tab_stop = 4;  // as CommonMark counts
/// Bytes of a long line that are shown on either side of what a fix changes.
constexpr std::size_t fix_context = 500;

struct Range {
  char32_t first;
  char32_t last;
};

/// The scripts in use, not all of Unicode: a wrong width only moves an underline.
constexpr auto combining = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x093C, 0x093C},   {0x0941, 0x0948}, {0x094D, 0x094D},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},   {0x1160, 0x11FF}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200C, 0x200D}, {0x20D0, 0x20FF},   {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
});

/// East Asian Width W and F (Unicode TR 11), which has the emoji, in blocks.
constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x2705, 0x2705},
    {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF}, {0x1AFF0, 0x1B2FF}, {0x1F300, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA},
    {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F567},
    {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6FC}, {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
});

constexpr auto confusing = std::to_array<Range>({
    {0x0000, 0x001F},
    {0x007F, 0x009F},
    {0x00AD, 0x00AD},
    {0x061C, 0x061C},
    {0x200B, 0x200B},
    {0x200E, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x2069},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xE0000, 0xE007F},
});

bool is_among(std::span<const Range> ranges, char32_t character) {
  const auto found = std::ranges::lower_bound(ranges, character, {}, &Range::last);
  return found != ranges.end() && found->first <= character;
}

std::string hexadecimal(char32_t number, int digits) {
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    text += "0123456789abcdef"[(number >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

std::string escaped(char32_t character) {
  if (character == U'\n') return "\\n";
  if (character == U'\r') return "\\r";
  if (character == U'\t') return "\\t";
  if (character < 0x100) return "\\x" + hexadecimal(character, 2);
  if (character < 0x10000) return "\\u" + hexadecimal(character, 4);
  return "\\U" + hexadecimal(character, 8);
}

/// What stands for one character of a line, and its columns.
struct Cell {
  std::string shown;
  std::size_t width = 1;
};

Cell cell_of(std::string_view text, std::size_t at, const Character& character) {
  if (!character.valid || is_confusing(character.value)) {
    std::string shown = escaped(character.value);
    const std::size_t width = shown.size();
    return {std::move(shown), width};
  }
  return {std::string(text.substr(at, character.size)), display_width(character.value)};
}

/// The part of a line around a place that can matter, so that a line of a megabyte costs no more.
struct Slice {
  std::string_view text;
  std::size_t begin = 0;  ///< the place in it
  std::size_t end = 0;
  bool is_cut_left = false;
  bool is_cut_right = false;
};

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

Slice slice_around(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns) {
  const std::size_t reach = 4 * columns;
  if (line.starts_with(byte_order_mark)) {
    line.remove_prefix(byte_order_mark.size());
    begin -= std::min(begin, byte_order_mark.size());
    end -= std::min(end, byte_order_mark.size());
  }
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::size_t first = begin > reach ? begin - reach : 0;
  while (first < begin && is_inside_character(line, first)) ++first;
  std::size_t last = std::min(line.size(), begin + reach);
  while (last > begin && is_inside_character(line, last)) --last;
  return {line.substr(first, last - first), begin - first, std::min(end, last) - first, first > 0,
          last < line.size()};
}

/// A slice laid out in columns.
struct Layout {
  std::vector<Cell> cells;
  std::size_t mark_begin = 0;  ///< columns
  std::size_t mark_end = 0;
  std::size_t width = 0;
};

Layout lay_out(const Slice& slice) {
  Layout layout;
  for (std::size_t at = 0; at < slice.text.size();) {
    const Character character = character_at(slice.text, at);
    Cell cell = cell_of(slice.text, at, character);
    if (character.value == U'\t') {
      cell.width = tab_stop - layout.width % tab_stop;
      cell.shown = std::string(cell.width, ' ');
    }
    at += character.size;
    layout.width += cell.width;
    if (at <= slice.begin) layout.mark_begin = layout.width;
    if (at <= slice.end) layout.mark_end = layout.width;
    layout.cells.push_back(std::move(cell));
  }
  return layout;
}

/// The first column to show: as little is cut as can be, and the place is in the middle.
std::size_t window_start(const Layout& layout, std::size_t columns) {
  if (layout.width <= columns) return 0;
  const std::size_t marked = layout.mark_end - layout.mark_begin;
  const std::size_t before = (columns - std::min(marked, columns / 2)) / 2;
  const std::size_t start = layout.mark_begin > before ? layout.mark_begin - before : 0;
  return std::min(start, layout.width - columns);
}

std::size_t common_lines(std::span<const std::string_view> a, std::span<const std::string_view> b) {
  const auto parted = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(parted.in1 - a.begin());
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    if (lines.back().ends_with('\r')) lines.back().remove_suffix(1);
    begin = end + 1;
  }
  return lines;
}

/// The line (from 1) that an offset lies in.
std::uint32_t line_of(const SourceText& text, std::size_t offset) {
  return line_column(text, static_cast<std::uint32_t>(offset)).line;
}

/// What stands on the line before `at`, or its end where it is long.
std::string line_before(const SourceText& text, std::size_t at) {
  const std::string_view bytes = text.bytes;
  std::size_t start = text.line_starts[line_of(text, at) - 1];
  if (start == 0 && bytes.substr(0, at).starts_with(byte_order_mark)) {
    start = byte_order_mark.size();
  }
  if (at - start <= fix_context) return std::string(bytes.substr(start, at - start));
  std::size_t first = at - fix_context;
  while (first < at && is_inside_character(bytes, first)) ++first;
  return std::string(ellipsis).append(bytes.substr(first, at - first));
}

/// What stands on the line from `at` on, or its beginning where it is long.
std::string line_after(const SourceText& text, std::size_t at) {
  const std::string_view bytes = text.bytes;
  const std::uint32_t line = line_of(text, at);
  const std::size_t end = text.line_starts[line - 1] + line_text(text, line).size();
  if (end <= at) return {};
  if (end - at <= fix_context) return std::string(bytes.substr(at, end - at));
  std::size_t last = at + fix_context;
  while (last > at && is_inside_character(bytes, last)) --last;
  return std::string(bytes.substr(at, last - at)).append(ellipsis);
}

}  // namespace

bool is_confusing(char32_t character) { return is_among(confusing, character); }

std::size_t display_width(char32_t character) {
  if (character < 0x300) return 1;
  if (is_among(combining, character)) return 0;
  return is_among(wide, character) ? 2 : 1;
}

std::string visible(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    shown += cell_of(text, at, character).shown;
    at += character.size;
  }
  return shown;
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns) {
  const Slice slice = slice_around(line, begin, end, columns);
  const Layout layout = lay_out(slice);
  const std::size_t start = window_start(layout, columns);
  const bool is_cut_left = slice.is_cut_left || start > 0;
  Excerpt result{std::string(is_cut_left ? ellipsis : ""), is_cut_left ? 1U : 0U, 0};
  bool is_cut_right = slice.is_cut_right;
  bool has_begun = !is_cut_left;
  std::size_t column = 0;
  for (const Cell& cell : layout.cells) {
    const std::size_t cell_end = column + cell.width;
    has_begun = has_begun || (column >= start && cell.width > 0);  // no mark without its letter
    if (cell_end > start + columns) is_cut_right = true;
    if (has_begun && cell_end <= start + columns) {
      result.line += cell.shown;
      const bool is_before = cell_end <= layout.mark_begin;
      if (is_before || cell_end <= layout.mark_end) {
        (is_before ? result.indent : result.width) += cell.width;
      }
    }
    column = cell_end;
  }
  if (is_cut_right) result.line += ellipsis;
  result.width = std::max<std::size_t>(result.width, 1);
  return result;
}

std::vector<std::string> lines_after(const Fix& fix, const SourceText& text) {
  const std::string_view bytes = text.bytes;
  const std::size_t begin = std::min<std::size_t>(fix.where.begin, bytes.size());
  const std::size_t end = std::clamp<std::size_t>(fix.where.end, begin, bytes.size());
  const std::string head = line_before(text, begin);
  const std::string tail = line_after(text, end);
  const std::string before = head + std::string(bytes.substr(begin, end - begin)) + tail;
  const std::string after = head + fix.text + tail;
  const std::vector<std::string_view> old_lines = split_lines(before);
  const std::vector<std::string_view> new_lines = split_lines(after);
  const std::size_t same_above = common_lines(old_lines, new_lines);
  std::vector<std::string_view> old_reversed(old_lines.rbegin(),
                                             old_lines.rend() - static_cast<long>(same_above));
  std::vector<std::string_view> new_reversed(new_lines.rbegin(),
                                             new_lines.rend() - static_cast<long>(same_above));
  const std::size_t same_below = common_lines(old_reversed, new_reversed);
  return {new_lines.begin() + static_cast<long>(same_above),
          new_lines.end() - static_cast<long>(same_below)};
}

std::vector<std::string> what_to_write(const Fix& fix, const SourceText& text) {
  constexpr std::size_t most_lines = 12;
  std::vector<std::string> lines = lines_after(fix, text);
  if (lines.empty()) return {"nothing: take this line out"};
  if (lines.size() == 1 && lines[0].empty()) return {"an empty line"};
  const bool is_cut = lines.size() > most_lines;
  if (is_cut) lines.resize(most_lines);
  // The whole line, to be copied: `lines_after` has bounded it already. A byte shows as four
  // columns at most: a tab, or `\x1b`.
  for (std::string& line : lines) line = excerpt(line, 0, 0, 4 * line.size() + 1).line;
  if (is_cut) lines.emplace_back(ellipsis);
  return lines;
}

}  // namespace lamppost
