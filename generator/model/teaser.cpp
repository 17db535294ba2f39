#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "model/language.h"

namespace lamppost {
namespace {

/// White space at which a line may be broken. A no-break space keeps a number and its unit
/// together.
bool is_gap(UChar32 c) {
  constexpr UChar32 no_break_space = 0xA0;
  constexpr UChar32 figure_space = 0x2007;
  constexpr UChar32 narrow_no_break_space = 0x202F;
  return u_isUWhiteSpace(c) != 0 && c != no_break_space && c != figure_space &&
         c != narrow_no_break_space;
}

/// Scripts that put no space between words.
bool is_written_without_spaces(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

/// What should not stand before an ellipsis: a comma, a dash, an opening bracket, a full stop.
bool is_dropped_at_end(UChar32 c) {
  constexpr std::uint32_t dashes_and_openings = U_GC_PD_MASK | U_GC_PS_MASK | U_GC_PI_MASK;
  return u_isUWhiteSpace(c) != 0 || (U_GET_GC_MASK(c) & dashes_and_openings) != 0 ||
         icu::UnicodeString(u".,;:…、。，").indexOf(c) >= 0;
}

struct Breaks {
  std::unique_ptr<icu::BreakIterator> characters;
  std::unique_ptr<icu::BreakIterator> words;
};

/// Expensive to make and changed by use: each thread has its own.
Breaks& breaks() {
  thread_local Breaks mine = [] {
    UErrorCode status = U_ZERO_ERROR;
    Breaks made;
    made.characters.reset(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    made.words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    return made;
  }();
  return mine;
}

bool ends_a_word(const icu::UnicodeString& text, std::int32_t at, icu::BreakIterator& words) {
  if (is_gap(text.char32At(at))) return true;
  const UChar32 before = text.char32At(text.moveIndex32(at, -1));
  return is_written_without_spaces(before) && words.isBoundary(at) != 0;
}

/// Whether each code unit is a character that a reader sees as one, and words end at gaps: Latin
/// letters and the usual signs. ICU need not be asked for boundaries then, which takes its time.
bool is_plain(const icu::UnicodeString& text) {
  const char16_t* const begin = text.getBuffer();
  return std::all_of(begin, begin + text.length(), [](char16_t c) {
    constexpr char16_t first_combining = 0x300;
    return (c < first_combining && c != u'\r') || (c >= u'\u2010' && c <= u'\u2027');
  });
}

/// `place_to_cut` of a plain text.
std::int32_t place_to_cut_plain(const icu::UnicodeString& text, std::size_t length) {
  for (auto at = static_cast<std::int32_t>(length); at > 0; --at) {
    if (is_gap(text.charAt(at))) return at;
  }
  for (auto at = static_cast<std::int32_t>(length) + 1; at < text.length(); ++at) {
    if (is_gap(text.charAt(at))) return at;
  }
  return text.length();
}

/// Where to cut a text that is too long: the last word's end within `length` characters, or the
/// first word's end.
std::int32_t place_to_cut(const icu::UnicodeString& text, std::size_t length) {
  if (is_plain(text)) return place_to_cut_plain(text, length);
  auto& [characters, words] = breaks();
  characters->setText(text);
  words->setText(text);
  std::int32_t cut = text.length();
  std::size_t count = 0;
  for (std::int32_t at = characters->next(); at != icu::BreakIterator::DONE && at < text.length();
       at = characters->next()) {
    const bool fits = ++count <= length;
    if (!fits && cut < text.length()) break;
    if (ends_a_word(text, at, *words)) cut = at;
  }
  return cut;
}

bool is_longer(const icu::UnicodeString& text, std::size_t length) {
  if (text.countChar32() <= static_cast<std::int64_t>(length)) return false;
  if (is_plain(text)) return true;
  auto& characters = breaks().characters;
  characters->setText(text);
  std::size_t count = 0;
  while (count <= length && characters->next() != icu::BreakIterator::DONE) ++count;
  return count > length;
}

}  // namespace

std::string teaser(std::string_view text, std::size_t length) {
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  unicode.trim();
  if (is_longer(unicode, length)) {
    // The ellipsis is one of the characters.
    const std::int32_t cut = place_to_cut(unicode, length == 0 ? 0 : length - 1);
    if (cut < unicode.length()) {
      unicode.truncate(cut);
      std::int32_t end = cut;
      while (end > 0 && is_dropped_at_end(unicode.char32At(unicode.moveIndex32(end, -1)))) {
        end = unicode.moveIndex32(end, -1);
      }
      if (end > 0) unicode.truncate(end);
      unicode.append(u'…');
    }
  }
  std::string result;
  unicode.toUTF8String(result);
  return result;
}

}  // namespace lamppost
