#include "data/escape.h"

namespace lamppost {
namespace {

/// What stands for a character that can't stand for itself; empty where it can.
std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
    case '\n':
    case '\r':
      return {};
    default:
      return static_cast<unsigned char>(c) < 0x20 ? replacement_character : std::string_view{};
  }
}

/// Whether U+FFFE or U+FFFF begins here: the only characters beyond ASCII that UTF-8 can hold and
/// XML 1.0 (production 2, Char) can't.
bool is_noncharacter(std::string_view text, std::size_t at) {
  return text.compare(at, 3, "\xEF\xBF\xBE") == 0 || text.compare(at, 3, "\xEF\xBF\xBF") == 0;
}

}  // namespace

std::string escape_markup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  append_escaped_markup(escaped, text);
  return escaped;
}

void append_escaped_markup(std::string& markup, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool drops = text[at] == '\xEF' && is_noncharacter(text, at);
    const std::string_view reference = drops ? replacement_character : reference_for(text[at]);
    if (reference.empty()) continue;
    markup.append(text, copied, at - copied).append(reference);
    if (drops) at += 2;
    copied = at + 1;
  }
  markup.append(text, copied, text.size() - copied);
}

}  // namespace lamppost
