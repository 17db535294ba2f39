#include "keys/characters.h"

#include <cstdint>
#include <cstring>

#include "diagnostics/source_text.h"

namespace lamppost {
namespace {

bool is_printable(char byte) { return byte >= 0x20 && byte < 0x7F; }

/// The same of eight bytes at once: none is below 0x20, none is 0x7F, none has the high bit.
bool are_eight_printable(const char* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof(eight));
  return (((eight - 0x20U * ones) | (eight + ones) | eight) & 0x80U * ones) == 0;
}

}  // namespace

bool is_control_character(char32_t character) {
  if (character < 0x20) return character != '\t' && character != '\n' && character != '\r';
  return (character >= 0x7F && character < 0xA0) || (character >= 0xFDD0 && character <= 0xFDEF) ||
         (character & 0xFFFEU) == 0xFFFE;
}

std::size_t past_plain_ascii(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.size() - at >= 8 && are_eight_printable(text.data() + at)) {
      at += 8;
    } else if (is_printable(text[at]) || text[at] == '\t' || text[at] == '\n') {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

bool has_control_characters(std::string_view text) {
  for (std::size_t at = past_plain_ascii(text, 0); at < text.size();
       at = past_plain_ascii(text, at)) {
    const auto character = character_at(text, at);
    if (is_control_character(character.value)) return true;
    at += character.size;
  }
  return false;
}

}  // namespace lamppost
