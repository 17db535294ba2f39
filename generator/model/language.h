#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"

namespace lamppost {

/// What a language decides, by Unicode CLDR: order, plurals, numbers, dates, names of countries.
/// A cheap handle to rules that never change; const use from several threads is safe.
/// The one home of ICU, so results depend on its data only, never on the machine's locale.
class Language {
 public:
  /// For a BCP 47 tag; an unknown one gets CLDR's root rules.
  explicit Language(const std::string& code);

  [[nodiscard]] const std::string& code() const;

  /// `ltr` or `rtl`.
  [[nodiscard]] std::string_view direction() const;

  /// Bytes whose plain comparison gives the language's order (UCA, tailored); numbers in texts are
  /// ordered by value.
  [[nodiscard]] std::string sort_key(std::string_view text) const;

  /// The plural category (CLDR cardinal) of a whole number: `one`, `few`, `other` …
  [[nodiscard]] std::string plural_category(std::uint64_t number) const;

  /// A number with the language's grouping and decimal signs; at most three decimals.
  [[nodiscard]] std::string number(std::uint64_t number) const;
  [[nodiscard]] std::string number(double number) const;

  /// A date as running text: `22 November 2026`.
  [[nodiscard]] std::string date(Date date) const;

  /// A country's name in this language, as it stands by itself; the code itself if it has none.
  [[nodiscard]] std::string country(std::string_view alpha2) const;

  /// `sort_key` of a country's name, without the article that it begins with in Irish and Maltese.
  [[nodiscard]] std::string country_sort_key(std::string_view name) const;

  /// A language's name in this language, as it stands by itself: `Français`.
  [[nodiscard]] std::string language_name(std::string_view code) const;

  /// The same within a sentence: `français`.
  [[nodiscard]] std::string language_in_text(std::string_view code) const;

  friend bool operator==(const Language& a, const Language& b) { return a.code() == b.code(); }

 private:
  friend class LetterIndex;
  struct Rules;
  std::shared_ptr<const Rules> rules_;
};

/// Under which letter a title stands in a list by title: those of the language's alphabet (CLDR),
/// then those of Latin where that is another. For one thread.
class LetterIndex {
 public:
  explicit LetterIndex(const Language& language);

  /// `A`, `Š`, `CH`, `Б`; empty for what begins with none of them.
  [[nodiscard]] const std::string& letter_of(std::string_view title);

 private:
  struct Letters;
  std::shared_ptr<Letters> letters_;
};

/// Whether a code is one of ISO 3166-1 alpha-2, upper case.
[[nodiscard]] bool is_country_code(std::string_view code);

/// All ISO 3166-1 alpha-2 codes, sorted.
[[nodiscard]] const std::vector<std::string>& country_codes();

/// Whether a text is a well-formed BCP 47 language tag in canonical case (`en`, `pt-BR`,
/// `sr-Latn`).
[[nodiscard]] bool is_language_code(std::string_view code);

/// The code of the country that is called so in English, if one is (without regard to case).
[[nodiscard]] std::optional<std::string> country_named(std::string_view name);

/// Full Unicode case folding with canonical composition (NFC), independent of language: equal
/// results mean equal names.
[[nodiscard]] std::string fold_case(std::string_view text);

/// Transliterated to ASCII (CLDR Any-Latin; Latin-ASCII); what can't be is dropped.
[[nodiscard]] std::string to_ascii(std::string_view text);

/// The id of a heading before it is made unique: lower-cased, letters, digits, `-` and `_` of any
/// script kept, spaces turned to hyphens, the rest dropped (as GitHub does). May be empty.
[[nodiscard]] std::string heading_id(std::string_view text);

/// At most `length` user-perceived characters (UAX #29 grapheme clusters), cut at the end of a
/// word, with an ellipsis (…) where something was cut. Never cuts a character or a word: a first
/// word longer than `length` is kept whole.
[[nodiscard]] std::string teaser(std::string_view text, std::size_t length);

}  // namespace lamppost
