#include "markdown/inline_syntax.h"

namespace lamppost {
namespace {

constexpr std::string_view white_space = " \t\n\v\f\r";

bool is_white_space(char c) { return white_space.find(c) != std::string_view::npos; }

std::size_t after_spaces(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(white_space, at);
  return end == std::string_view::npos ? text.size() : end;
}

/// Where the first of the characters stands that is not behind a backslash; npos if none does.
std::size_t find_unescaped(std::string_view text, std::size_t at, std::string_view characters) {
  for (; at < text.size(); ++at) {
    if (characters.find(text[at]) != std::string_view::npos) return at;
    if (text[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

/// Where a destination without pointed brackets ends: at white space or a parenthesis too many.
std::size_t end_of_bare_destination(std::string_view text, std::size_t at) {
  constexpr std::size_t deepest = 32;  // as the parser; it also keeps the search short
  std::size_t depth = 0;
  for (; at < text.size() && !is_white_space(text[at]); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '(') {
      if (++depth > deepest) return std::string_view::npos;
    } else if (text[at] == ')' && depth-- == 0) {
      break;
    }
  }
  return at < text.size() ? at : std::string_view::npos;
}

/// The place past a title that begins at that place, or `at` if none does.
std::size_t end_of_title(std::string_view text, std::size_t at) {
  if (at >= text.size() || std::string_view("\"'(").find(text[at]) == std::string_view::npos)
    return at;
  const bool in_parentheses = text[at] == '(';
  const std::size_t end = find_unescaped(text, at + 1, in_parentheses ? "()" : text.substr(at, 1));
  return end == std::string_view::npos || (in_parentheses && text[end] == '(') ? at : end + 1;
}

}  // namespace

std::optional<LinkTail> link_tail(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return std::nullopt;
  LinkTail tail;
  std::size_t place = after_spaces(text, at + 1);
  if (place < text.size() && text[place] == '<') {
    tail.destination_begin = place + 1;
    tail.destination_end = find_unescaped(text, place + 1, ">\n<");
    if (tail.destination_end == std::string_view::npos || text[tail.destination_end] != '>')
      return std::nullopt;
    place = tail.destination_end + 1;
  } else {
    tail.destination_begin = place;
    tail.destination_end = end_of_bare_destination(text, place);
    if (tail.destination_end == std::string_view::npos) return std::nullopt;
    place = tail.destination_end;
  }
  const std::size_t title = after_spaces(text, place);
  if (title > place) place = after_spaces(text, end_of_title(text, title));
  if (place >= text.size() || text[place] != ')') return std::nullopt;
  tail.end = place + 1;
  return tail;
}

std::size_t end_of_label(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return at;
  const std::size_t end = find_unescaped(text, at + 1, "[]");
  return end == std::string_view::npos || text[end] == '[' ? at : end + 1;
}

std::size_t reference_length(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 34;  // &CounterClockwiseContourIntegral; and a little
  if (at >= text.size() || text[at] != '&') return 0;
  const std::size_t end = text.substr(at, longest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(at + 1, end - 1);
  constexpr std::string_view letters =
      "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return name.find_first_not_of(letters) == std::string_view::npos ? end + 1 : 0;
}

}  // namespace lamppost
