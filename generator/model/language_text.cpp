#include <algorithm>
#include <memory>
#include <optional>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "model/language.h"

namespace lamppost {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string encoded(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// `heading_id` of a text of printable ASCII, as most are: ICU takes its time.
std::string heading_id_of_ascii(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  std::string id;
  for (const char c : lower_ascii(text.substr(first, text.find_last_not_of(' ') - first + 1))) {
    const bool is_kept = (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_';
    if (is_kept || c == ' ') id += c == ' ' ? '-' : c;
  }
  return id;
}

/// What ICU's Latin-ASCII makes of U+00C0 to U+017F: Europe's letters, each in two places.
constexpr std::string_view latin_letters =
    "A A A A A A AEC E E E E I I I I D N O O O O O * O U U U U Y THss"
    "a a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy "
    "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g "
    "G g G g H h H h I i I i I i I i I i IJijJ j K k q L l L l L l L "
    "l L l N n N n N n 'nN n O o O o O o OEoeR r R r R r S s S s S s "
    "S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s ";

/// `to_ascii` of one character; empty where it takes ICU to tell.
std::string_view ascii_of_latin(char16_t c) {
  constexpr char16_t first_letter = 0xC0;
  constexpr char16_t last_letter = 0x17F;
  if (c >= first_letter && c <= last_letter) {
    const std::string_view cell =
        latin_letters.substr(2 * static_cast<std::size_t>(c - first_letter), 2);
    return cell.substr(0, cell.find(' '));
  }
  switch (c) {
    case u'\u0218':
      return "S";
    case u'\u0219':
      return "s";
    case u'\u021A':
      return "T";
    case u'\u021B':
      return "t";
    case u'\u2013':
    case u'\u2014':
      return "-";
    case u'\u2018':
    case u'\u2019':
      return "'";
    default:
      return {};
  }
}

/// `to_ascii` of a text that has no other than Europe's Latin letters, as most do: ICU takes as
/// long as for a hundred pages of ASCII.
std::optional<std::string> ascii_of_latin(const icu::UnicodeString& text) {
  std::string ascii;
  for (std::int32_t at = 0; at < text.length(); ++at) {
    const char16_t c = text.charAt(at);
    if (c < 0x80) {
      ascii += static_cast<char>(c);
      continue;
    }
    const std::string_view letters = ascii_of_latin(c);
    if (letters.empty()) return std::nullopt;
    ascii += letters;
  }
  return ascii;
}

/// One group of a language tag's subtags: `size` letters of one case, the first perhaps of another.
bool is_letters(std::string_view part, bool first_is_upper, bool rest_is_upper) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool upper = i == 0 ? first_is_upper : rest_is_upper;
    if (part[i] < (upper ? 'A' : 'a') || part[i] > (upper ? 'Z' : 'z')) return false;
  }
  return true;
}

bool is_region(std::string_view part) {
  return (part.size() == 2 && is_letters(part, true, true)) ||
         (part.size() == 3 && std::all_of(part.begin(), part.end(), is_digit));
}

bool is_variant(std::string_view part) {
  const bool long_enough =
      (part.size() >= 5 && part.size() <= 8) || (part.size() == 4 && is_digit(part[0]));
  return long_enough && std::all_of(part.begin(), part.end(),
                                    [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
}

/// Takes the next subtag off a tag; empty at its end.
std::string_view next_subtag(std::string_view& tag) {
  const std::size_t hyphen = std::min(tag.find('-'), tag.size());
  const std::string_view subtag = tag.substr(0, hyphen);
  tag.remove_prefix(std::min(hyphen + 1, tag.size()));
  return subtag;
}

}  // namespace

// RFC 5646 without its rare parts (extensions, private use, reserved lengths): a file's ending must
// not be taken for a language, and a tag becomes a folder of the site.
bool is_language_code(std::string_view code) {
  if (code.ends_with('-')) return false;
  std::string_view part = next_subtag(code);
  if (part.size() < 2 || part.size() > 3 || !is_letters(part, false, false)) return false;
  part = next_subtag(code);
  if (part.size() == 4 && is_letters(part, true, false)) part = next_subtag(code);
  if (is_region(part)) part = next_subtag(code);
  while (is_variant(part)) part = next_subtag(code);
  return part.empty() && code.empty();
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  // Decomposed first (Unicode 3.13, D145): folding alone misses some combinations of marks.
  icu::UnicodeString folded = nfd->normalize(utf16(text), status).foldCase();
  return encoded(nfc->normalize(folded, status));
}

std::string to_ascii(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  icu::UnicodeString unicode = utf16(text);
  if (auto ascii = ascii_of_latin(unicode)) return *std::move(ascii);
  // Expensive to make; its const use may be shared by threads. The removed primes are what
  // Cyrillic soft and hard signs become: apostrophes would tear a word apart.
  static const std::unique_ptr<const icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<const icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; [\\u02B9\\u02BA] Remove; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  if (to_latin) to_latin->transliterate(unicode);
  std::string result = encoded(unicode);
  std::erase_if(result, [](char c) { return (c & 0x80) != 0; });
  return result;
}

std::string heading_id(std::string_view text) {
  if (is_printable_ascii(text)) return heading_id_of_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString lower = utf16(text).trim();
  lower = nfc->normalize(lower.toLower(icu::Locale::getRoot()), status);
  constexpr std::uint32_t kept = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK | U_GC_PC_MASK;
  icu::UnicodeString id;
  for (std::int32_t i = 0; i < lower.length(); i = lower.moveIndex32(i, 1)) {
    const UChar32 c = lower.char32At(i);
    if (u_isUWhiteSpace(c)) {
      id.append(u'-');
    } else if (c == u'-' || (U_GET_GC_MASK(c) & kept) != 0) {
      id.append(c);
    }
  }
  return encoded(id);
}

}  // namespace lamppost
