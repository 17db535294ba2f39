#include "parse/clean_text.h"

#include <string>
#include <string_view>

#include "keys/characters.h"

namespace lamppost {
namespace {

/// More in one file say nothing new: it is no text.
constexpr int most_diagnostics = 20;

/// `U+000B`, at least four digits.
std::string code_point(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (auto rest = static_cast<std::uint32_t>(character); rest > 0 || name.size() < 4;
       rest >>= 4U) {
    name.insert(name.begin(), digits[rest & 15U]);
  }
  return "U+" + name;
}

bool is_out_of_place(std::string_view bytes, std::size_t at, const Character& character) {
  if (character.value == '\r') return at + 1 >= bytes.size() || bytes[at + 1] != '\n';
  return is_control_character(character.value);
}

Diagnostic out_of_place(const SourceText& text, Span where, char32_t character) {
  if (character == '\r') {
    return diagnostic_at(text.path, Code::control_character, where,
                         "there is half a line end here (a carriage return alone)",
                         "save the file with the line ends of Unix (LF) or Windows (CRLF)");
  }
  auto diagnostic =
      diagnostic_at(text.path, Code::control_character, where,
                    "there is a control character here (" + code_point(character) + ")",
                    "delete it: it can't be shown");
  diagnostic.fix = Fix{where, ""};
  return diagnostic;
}

}  // namespace

bool is_clean(std::string_view text) {
  for (std::size_t at = past_plain_ascii(text, 0); at < text.size();
       at = past_plain_ascii(text, at)) {
    const auto character = character_at(text, at);
    if (!character.valid || is_out_of_place(text, at, character)) return false;
    at += character.size;
  }
  return true;
}

std::optional<SourceText> clean_text(const SourceText& text, Diagnostics& diagnostics) {
  const std::string_view bytes = text.bytes;
  if (const auto wrong = first_invalid_utf8(bytes); wrong != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(wrong);
    diagnostics.add(
        diagnostic_at(text.path, Code::not_utf8, {at, at + 1},
                      "here is a letter that can't be read: the file is not saved as UTF-8",
                      "open it in your editor and save it with the encoding UTF-8 (\"Save as\" has "
                      "a choice for it)"));
    return std::nullopt;
  }
  auto clean = text;
  int told = 0;
  for (std::size_t at = past_plain_ascii(bytes, 0); at < bytes.size();
       at = past_plain_ascii(bytes, at)) {
    const auto character = character_at(bytes, at);
    if (is_out_of_place(bytes, at, character)) {
      clean.bytes.replace(at, character.size, character.size, ' ');
      const auto begin = static_cast<std::uint32_t>(at);
      if (told++ < most_diagnostics)
        diagnostics.add(out_of_place(text, {begin, begin + character.size}, character.value));
    }
    at += character.size;
  }
  return clean;
}

}  // namespace lamppost
