#include "model/language_search.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <utility>

namespace lamppost {
namespace {

/// UTF-16 units; what is longer is no word that anybody types.
constexpr std::int32_t longest_search_word = 40;

/// Letters that Unicode does not decompose and that people type otherwise.
constexpr std::array<std::pair<char16_t, std::u16string_view>, 11> spelled_out = {{
    {u'ß', u"ss"},
    {u'ø', u"o"},
    {u'ł', u"l"},
    {u'đ', u"d"},
    {u'æ', u"ae"},
    {u'œ', u"oe"},
    {u'þ', u"th"},
    {u'ð', u"d"},
    {u'ħ', u"h"},
    {u'ı', u"i"},
    {u'ς', u"σ"},
}};

void append_spelled_out(icu::UnicodeString& folded, UChar32 c) {
  const auto found =
      std::ranges::find_if(spelled_out, [&](const auto& entry) { return entry.first == c; });
  if (found == spelled_out.end()) {
    folded.append(c);
  } else {
    folded.append(found->second.data(), static_cast<std::int32_t>(found->second.size()));
  }
}

/// Without marks, in lower case.
icu::UnicodeString folded_for_search(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString decomposed =
      nfkd->normalize(icu::UnicodeString::fromUTF8(
                          icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                      status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) bare.append(c);
  }
  bare.toLower(icu::Locale::getRoot());
  icu::UnicodeString folded;
  for (std::int32_t i = 0; i < bare.length(); i = bare.moveIndex32(i, 1)) {
    append_spelled_out(folded, bare.char32At(i));
  }
  return folded;
}

void add_search_word(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end,
                     std::vector<std::string>& words) {
  if (begin == end) return;
  std::int32_t size = std::min(end - begin, longest_search_word);
  if (size < end - begin && U16_IS_TRAIL(text.charAt(begin + size))) --size;
  text.tempSubString(begin, size).toUTF8String(words.emplace_back());
}

bool is_of_word(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0; }

constexpr std::uint8_t between_words = 0;
constexpr std::uint8_t ascii_of_word = 1;
constexpr std::uint8_t beyond_ascii = 2;

constexpr std::array<std::uint8_t, 256> kinds_of_bytes = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool is_digit = byte >= '0' && byte <= '9';
    kinds.at(byte) = byte >= 0x80              ? beyond_ascii
                     : (is_letter || is_digit) ? ascii_of_word
                                               : between_words;
  }
  return kinds;
}();

std::uint8_t kind_of_byte(char c) { return kinds_of_bytes[static_cast<unsigned char>(c)]; }

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  const icu::UnicodeString folded = folded_for_search(text);
  std::vector<std::string> words;
  std::int32_t begin = 0;
  for (std::int32_t i = 0; i < folded.length();) {
    const std::int32_t next = folded.moveIndex32(i, 1);
    if (!is_of_word(folded.char32At(i))) {
      add_search_word(folded, begin, i, words);
      begin = next;
    }
    i = next;
  }
  add_search_word(folded, begin, folded.length(), words);
  return words;
}

std::span<const std::string_view> WordSplitter::split(std::string_view text) {
  words_.clear();
  lower_.assign(text);
  for (char& c : lower_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    std::uint8_t kinds = 0;
    for (std::uint8_t kind = 0; i < text.size(); ++i) {
      kind = kind_of_byte(text[i]);
      if (kind == between_words) break;
      kinds |= kind;
    }
    if (i > begin) add_run(begin, i, kinds == ascii_of_word, text);
    ++i;
  }
  return words_;
}

void WordSplitter::add_run(std::size_t begin, std::size_t end, bool is_ascii,
                           std::string_view text) {
  if (is_ascii) {
    const std::size_t size = std::min<std::size_t>(end - begin, longest_search_word);
    words_.push_back(std::string_view(lower_).substr(begin, size));
    return;
  }
  const std::string_view run = text.substr(begin, end - begin);
  auto found = remembered_.find(run);
  if (found == remembered_.end()) {
    found = remembered_.emplace(std::string(run), search_words(run)).first;
  }
  words_.insert(words_.end(), found->second.begin(), found->second.end());
}

}  // namespace lamppost
