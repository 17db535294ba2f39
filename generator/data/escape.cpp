#include "data/escape.h"

#include <array>

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

/// By byte: whether it has to be looked at closely. The others are copied by the run.
constexpr std::array<bool, 256> needs_a_look = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t control = 0; control < 0x20; ++control) bytes[control] = true;
  for (const char c : {'&', '<', '>', '"', '\'', '\xEF'})
    bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}();

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
    if (!needs_a_look[static_cast<unsigned char>(text[at])]) continue;
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
