#include "model/language.h"

#include <array>
#include <charconv>
#include <optional>
#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unordered_map>

namespace lamppost {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// For a locale without data ICU would take the machine's own; the root rules are the same
/// anywhere.
bool has_data(const icu::Locale& locale) {
  std::int32_t count = 0;
  const icu::Locale* available = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i) {
    if (std::string_view(available[i].getLanguage()) == locale.getLanguage()) return true;
  }
  return false;
}

/// What CLDR has under the bare code are America's dates and Brazil's names of countries; a site
/// that means those says so by `en-US` and `pt-BR`.
std::string european(const std::string& code) {
  if (code == "en") return "en-GB";
  if (code == "pt") return "pt-PT";
  return code;
}

icu::Locale locale_for(const std::string& code) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(european(code), status);
  locale.canonicalize(status);  // `sh` has its rules under `sr-Latn`
  return U_SUCCESS(status) && has_data(locale) ? locale : icu::Locale::getRoot();
}

std::unique_ptr<icu::Collator> collator_for(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  collator->setAttribute(UCOL_STRENGTH, UCOL_TERTIARY, status);
  return collator;
}

/// Day, month's name and year, by the Gregorian calendar for all time, whatever the language's own.
std::unique_ptr<icu::DateFormat> date_format_for(icu::Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  locale.setKeywordValue("calendar", "gregorian", status);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  const icu::UnicodeString pattern = patterns->getBestPattern("yMMMMd", status);
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  auto calendar =
      std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  if (U_FAILURE(status)) return nullptr;
  calendar->setGregorianChange(U_DATE_MIN, status);
  format->adoptCalendar(calendar.release());
  return format;
}

std::unique_ptr<icu::LocaleDisplayNames> names_for(const icu::Locale& locale,
                                                   UDisplayContext capitals) {
  std::array<UDisplayContext, 2> contexts = {UDISPCTX_DIALECT_NAMES, capitals};
  return std::unique_ptr<icu::LocaleDisplayNames>(icu::LocaleDisplayNames::createInstance(
      locale, contexts.data(), static_cast<std::int32_t>(contexts.size())));
}

std::optional<icu::Locale> known_language(std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(code), status);
  return U_SUCCESS(status) ? std::optional(locale) : std::nullopt;
}

/// With its first letter capital, which CLDR leaves to the reader in many languages.
std::string standing_alone(icu::UnicodeString name, const icu::Locale& locale) {
  constexpr std::uint32_t only_first = U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE;
  return utf8(name.toTitle(nullptr, locale, only_first));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Without the article that a country's name begins with: `An Ghréig`, `An tSeicia`, `Iċ-Ċina`.
std::string_view without_article(std::string_view name, std::string_view language) {
  if (language == "ga" && (name.starts_with("An ") || name.starts_with("Na "))) {
    name.remove_prefix(3);
    if (name.size() > 1 && name[0] == 't' && is_capital(name[1])) name.remove_prefix(1);
  }
  constexpr std::size_t longest = 3;  // bytes of `iċ`, `iż`
  const std::size_t hyphen = name.find('-');
  return language == "mt" && hyphen <= longest ? name.substr(hyphen + 1) : name;
}

}  // namespace

// ICU promises that const use of its objects from several threads is safe (its user guide,
// "Thread-safe const APIs"), so that one set of rules serves all.
struct Language::Rules {
  explicit Rules(const std::string& tag)
      : code(tag),
        locale(locale_for(tag)),
        is_right_to_left(icu::Locale(tag.c_str()).isRightToLeft() != 0),
        collator(collator_for(locale)),
        dates(date_format_for(locale)),
        names(names_for(locale, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU)),
        names_in_text(names_for(locale, UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE)),
        numbers(icu::number::NumberFormatter::withLocale(locale).precision(
            icu::number::Precision::maxFraction(3))) {
    UErrorCode status = U_ZERO_ERROR;
    plurals.reset(icu::PluralRules::forLocale(locale, status));
  }

  std::string code;
  icu::Locale locale;
  bool is_right_to_left;
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::DateFormat> dates;
  std::unique_ptr<icu::LocaleDisplayNames> names;
  std::unique_ptr<icu::LocaleDisplayNames> names_in_text;
  std::unique_ptr<icu::PluralRules> plurals;
  icu::number::LocalizedNumberFormatter numbers;
};

Language::Language(const std::string& code) : rules_(std::make_shared<const Rules>(code)) {}

const std::string& Language::code() const { return rules_->code; }

std::string_view Language::direction() const { return rules_->is_right_to_left ? "rtl" : "ltr"; }

std::string Language::sort_key(std::string_view text) const {
  std::string key;
  if (rules_->collator) {
    const auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::array<std::uint8_t, 256> buffer{};
    const std::int32_t size = rules_->collator->getSortKey(
        unicode, buffer.data(), static_cast<std::int32_t>(buffer.size()));
    key.assign(reinterpret_cast<const char*>(buffer.data()),
               static_cast<std::size_t>(std::min<std::int32_t>(size, buffer.size())));
    if (static_cast<std::size_t>(size) > buffer.size()) {
      key.resize(static_cast<std::size_t>(size));
      rules_->collator->getSortKey(unicode, reinterpret_cast<std::uint8_t*>(key.data()), size);
    }
  }
  key.append(text);  // texts that the language holds equal still have one order
  return key;
}

std::string Language::plural_category(std::uint64_t number) const {
  // CLDR's cardinal rules look at the last six digits at most; a double holds the rest exactly.
  constexpr std::uint64_t exact = 1'000'000'000'000;
  const std::uint64_t same_category = number < exact ? number : exact + number % exact;
  if (!rules_->plurals) return "other";
  return utf8(rules_->plurals->select(static_cast<double>(same_category)));
}

std::string Language::number(std::uint64_t number) const {
  std::array<char, 20> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece decimal(digits.data(), static_cast<std::int32_t>(end - digits.data()));
  return utf8(rules_->numbers.formatDecimal(decimal, status).toString(status));
}

std::string Language::number(double number) const {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(rules_->numbers.formatDouble(number, status).toString(status));
}

// A site says the same dates on many pages, and ICU takes its time: each thread remembers them.
std::string Language::date(Date date) const {
  if (!rules_->dates || !date.ok()) return iso_date(date);
  const auto since_epoch = std::chrono::sys_days{date}.time_since_epoch();
  thread_local std::unordered_map<std::string, std::unordered_map<std::int64_t, std::string>> said;
  const auto [place, is_new] = said[rules_->code].try_emplace(since_epoch.count());
  if (is_new) {
    icu::UnicodeString text;
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch);
    rules_->dates->format(static_cast<UDate>(time.count()), text);
    place->second = utf8(text);
  }
  return place->second;
}

std::string Language::country(std::string_view alpha2) const {
  const std::string code(alpha2);
  icu::UnicodeString name;
  rules_->names->regionDisplayName(code.c_str(), name);
  return name.isEmpty() ? code : standing_alone(name, rules_->locale);
}

std::string Language::country_sort_key(std::string_view name) const {
  return sort_key(without_article(name, rules_->locale.getLanguage()));
}

std::string Language::language_name(std::string_view code) const {
  const std::optional<icu::Locale> locale = known_language(code);
  icu::UnicodeString name;
  if (locale) rules_->names->localeDisplayName(*locale, name);
  const bool is_name = !name.isEmpty() && utf8(name) != code;
  return is_name ? standing_alone(name, rules_->locale) : std::string(code);
}

std::string Language::language_in_text(std::string_view code) const {
  const std::optional<icu::Locale> locale = known_language(code);
  icu::UnicodeString name;
  if (locale) rules_->names_in_text->localeDisplayName(*locale, name);
  return name.isEmpty() ? std::string(code) : utf8(name);
}

// Asking ICU takes its time, so what a title begins with is remembered: no letter of a language is
// written with more than three.
struct LetterIndex::Letters {
  static constexpr std::int32_t longest_letter = 3;

  explicit Letters(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    icu::AlphabeticIndex all(locale, status);
    all.addLabels(icu::Locale::getEnglish(), status);
    index.reset(all.buildImmutableIndex(status));
  }

  [[nodiscard]] std::string label_for(const icu::UnicodeString& beginning) const {
    UErrorCode status = U_ZERO_ERROR;
    if (index == nullptr) return {};
    const auto* bucket = index->getBucket(index->getBucketIndex(beginning, status));
    const bool is_letter = bucket != nullptr && bucket->getLabelType() == U_ALPHAINDEX_NORMAL;
    return is_letter ? utf8(bucket->getLabel()) : std::string();
  }

  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> index;
  std::unordered_map<std::string, std::string> labels;  ///< by the beginnings of titles
};

LetterIndex::LetterIndex(const Language& language)
    : letters_(std::make_shared<Letters>(language.rules_->locale)) {}

const std::string& LetterIndex::letter_of(std::string_view title) {
  constexpr std::size_t bytes_of_letter = std::size_t{4} * Letters::longest_letter;
  const std::string_view start = title.substr(0, bytes_of_letter);
  icu::UnicodeString beginning = icu::UnicodeString::fromUTF8(
      icu::StringPiece(start.data(), static_cast<std::int32_t>(start.size())));
  beginning.truncate(beginning.moveIndex32(0, Letters::longest_letter));
  const auto [place, is_new] = letters_->labels.try_emplace(utf8(beginning));
  if (is_new) place->second = letters_->label_for(beginning);
  return place->second;
}

}  // namespace lamppost
