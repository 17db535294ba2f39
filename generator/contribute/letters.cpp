#include "contribute/letters.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language.h"

namespace lamppost {
namespace {

struct LetterRange {
  char32_t first;
  char32_t last;
};

/// Latin with its marks, Greek, Cyrillic, then spaces, dashes, quotes and the like.
constexpr std::array<LetterRange, 9> written_ranges = {{{0xA0, 0x24F},
                                                        {0x300, 0x36F},
                                                        {0x370, 0x3FF},
                                                        {0x400, 0x52F},
                                                        {0x1E00, 0x1EFF},
                                                        {0x1F00, 0x1FFF},
                                                        {0x2000, 0x206F},
                                                        {0x2070, 0x209F},
                                                        {0x20A0, 0x218F}}};
/// What Greek letters become depends on their neighbours.
constexpr LetterRange greek = {0x386, 0x3CE};

std::string utf8_of(char32_t c) {
  std::string text;
  if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
  } else {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  }
  text += static_cast<char>(0x80U | (c & 0x3FU));
  return text;
}

std::string in_lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// All at once, each on a line of its own: to begin a transliteration is what takes time.
std::vector<std::string> written_in_ascii(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) lines += text + '\n';
  std::vector<std::string> ascii;
  const std::string all = in_lower_case(to_ascii(lines));
  for (std::size_t at = 0; ascii.size() < texts.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    ascii.push_back(all.substr(at, end - at));
    at = std::min(end + 1, all.size());
  }
  return ascii;
}

using ByAscii = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> all_letters() {
  std::vector<std::string> letters;
  for (const auto [first, last] : written_ranges) {
    for (char32_t c = first; c <= last; ++c) letters.push_back(utf8_of(c));
  }
  return letters;
}

/// Pairs of Greek letters that become something else together than one after the other.
ByAscii special_pairs(const std::map<std::string, std::string>& alone) {
  std::vector<std::string> pairs;
  std::vector<std::string> apart;
  for (char32_t a = greek.first; a <= greek.last; ++a) {
    for (char32_t b = greek.first; b <= greek.last; ++b) {
      pairs.push_back(utf8_of(a) + utf8_of(b));
      apart.push_back(alone.at(utf8_of(a)) + alone.at(utf8_of(b)));
    }
  }
  const auto together = written_in_ascii(pairs);
  ByAscii special;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (together[i] != apart[i]) special[together[i]].push_back(pairs[i]);
  }
  return special;
}

void write_by_ascii(JsonWriter& json, std::string_view name, const ByAscii& by_ascii) {
  json.key(name);
  json.begin_object();
  for (const auto& [ascii, texts] : by_ascii) {
    std::string joined;
    for (const std::string& text : texts) joined += text;
    json.field(ascii, joined);
  }
  json.end_object();
}

}  // namespace

void write_letters(JsonWriter& json) {
  const std::vector<std::string> letters = all_letters();
  const auto ascii = written_in_ascii(letters);
  std::map<std::string, std::string> alone;
  ByAscii by_ascii;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    alone[letters[i]] = ascii[i];
    if (!ascii[i].empty()) by_ascii[ascii[i]].push_back(letters[i]);
  }
  write_by_ascii(json, "letters", by_ascii);
  write_by_ascii(json, "pairs", special_pairs(alone));
}

}  // namespace lamppost
