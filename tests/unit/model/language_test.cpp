#include "model/language.h"

#include <algorithm>
#include <string>
#include <thread>
#include <unicode/locid.h>
#include <vector>

#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<std::string> sorted(const std::string& code, std::vector<std::string> texts) {
  const Language language(code);
  std::sort(texts.begin(), texts.end(), [&](const std::string& a, const std::string& b) {
    return language.sort_key(a) < language.sort_key(b);
  });
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("accents and capitals count only where letters are the same") {
  CHECK(sorted("fr", {"zone", "étude", "Etat", "eau", "état"}) ==
        Texts{"eau", "Etat", "état", "étude", "zone"});
}

TEST_CASE("every language has its own order") {
  CHECK(sorted("de", {"Zug", "Öl", "Ofen"}) == Texts{"Ofen", "Öl", "Zug"});
  CHECK(sorted("sv", {"Zug", "Öl", "Ofen"}) == Texts{"Ofen", "Zug", "Öl"});
}

TEST_CASE("numbers in texts are ordered by value") {
  CHECK(sorted("en", {"City 10", "City 9", "City 100"}) == Texts{"City 9", "City 10", "City 100"});
}

TEST_CASE("texts that a language holds equal still have one order") {
  const Language english("en");
  const std::string plain = "ab";
  const std::string with_ignorable =
      "a\xC2\xAD"
      "b";  // a soft hyphen
  CHECK(english.sort_key(plain) != english.sort_key(with_ignorable));
}

TEST_CASE("a text of any length has a sort key") {
  const Language english("en");
  const std::string text(5000, 'a');
  CHECK(english.sort_key(text) < english.sort_key(text + "a"));
  CHECK(english.sort_key("") < english.sort_key("a"));
}

TEST_CASE("plurals follow the language") {
  const Language english("en");
  CHECK(english.plural_category(0) == "other");
  CHECK(english.plural_category(1) == "one");
  CHECK(english.plural_category(2) == "other");
  const Language polish("pl");
  CHECK(polish.plural_category(2) == "few");
  CHECK(polish.plural_category(5) == "many");
  CHECK(polish.plural_category(22) == "few");
  CHECK(Language("fr").plural_category(0) == "one");
}

TEST_CASE("the plural of a number too large for a double is that of its last digits") {
  CHECK(Language("pl").plural_category(9'007'199'254'740'993'002U) == "few");
  CHECK(Language("pl").plural_category(9'007'199'254'740'993'005U) == "many");
}

TEST_CASE("numbers are grouped as the language does") {
  CHECK(Language("en").number(std::uint64_t{10'000'000}) == "10,000,000");
  CHECK(Language("de").number(std::uint64_t{10'000'000}) == "10.000.000");
  CHECK(Language("en").number(UINT64_MAX) == "18,446,744,073,709,551,615");
  CHECK(Language("en").number(std::uint64_t{0}) == "0");
}

TEST_CASE("decimals have the language's sign and at most three places") {
  CHECK(Language("en").number(1234.56789) == "1,234.568");
  CHECK(Language("de").number(0.5) == "0,5");
  CHECK(Language("en").number(3.0) == "3");
}

TEST_CASE("a date is written as the language does") {
  const Date day = *date_from("2026-11-02");
  CHECK(Language("en").date(day) == "2 November 2026");
  CHECK(Language("en-GB").date(day) == "2 November 2026");
  CHECK(Language("fr").date(day) == "2 novembre 2026");
  CHECK(Language("de").date(day) == "2. November 2026");
  CHECK(Language("pl").date(day) == "2 listopada 2026");
}

TEST_CASE("dates are of the Gregorian calendar, in every language and century") {
  CHECK(Language("th").date(*date_from("2026-11-02")).find("2026") != std::string::npos);
  CHECK(Language("de").date(*date_from("1200-03-01")) == "1. März 1200");
}

TEST_CASE("countries have names in the language, unknown ones their code") {
  CHECK(Language("en").country("DE") == "Germany");
  CHECK(Language("fr").country("DE") == "Allemagne");
  CHECK(Language("de").country("FR") == "Frankreich");
  CHECK(Language("en").country("QQ9") == "QQ9");
}

TEST_CASE("a name that stands alone begins with a capital, whatever the language's data say") {
  CHECK(Language("ga").country("BG") == "An Bhulgáir");
  CHECK(Language("mt").country("IT") == "L-Italja");
  CHECK(Language("lt").language_name("lt") == "Lietuvių");
  CHECK(Language("bg").language_name("bg") == "Български");
}

TEST_CASE("within a sentence a language's name is written as the language does") {
  CHECK(Language("fr").language_in_text("en") == "anglais");
  CHECK(Language("cs").language_in_text("en") == "angličtina");
  CHECK(Language("de").language_in_text("en") == "Englisch");
  CHECK(Language("en").language_in_text("qa") == "qa");
  CHECK(Language("en").language_in_text("not a tag") == "not a tag");
}

TEST_CASE("an article does not count for a country's place") {
  const auto is_before = [](const char* code, const char* a, const char* b) {
    const Language language(code);
    return language.country_sort_key(language.country(a)) <
           language.country_sort_key(language.country(b));
  };
  CHECK(is_before("ga", "FI", "GR"));  // An Fhionlainn, An Ghréig
  CHECK(is_before("ga", "BE", "CY"));  // An Bheilg, An Chipir
  CHECK(is_before("ga", "CZ", "SI"));  // An tSeicia, An tSlóivéin
  CHECK(is_before("ga", "PL", "CZ"));  // An Pholainn, An tSeicia
  CHECK(is_before("mt", "BE", "FR"));  // Il-Belġju, Franza
  CHECK(is_before("mt", "FR", "GR"));  // Franza, Il-Greċja
  CHECK(is_before("mt", "GR", "IT"));  // Il-Greċja, L-Italja
  CHECK(is_before("en", "BE", "GW"));  // a hyphen within a name is no article
  CHECK(is_before("mt", "TL", "ZW"));  // Timor Leste, Iż-Żimbabwe
}

TEST_CASE("a bare code means Europe's English and Portuguese") {
  CHECK(Language("pt").country("PL") == "Polónia");
  CHECK(Language("pt-BR").country("PL") == "Polônia");
  CHECK(Language("pt").plural_category(0) == "other");
  CHECK(Language("pt").code() == "pt");
  CHECK(Language("en-US").date(*date_from("2026-11-02")) == "November 2, 2026");
}

TEST_CASE("every official language of the EU has data of its own, none falls back to the root's") {
  const Language root("xx");
  for (const char* code :
       {"bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
        "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"}) {
    INFO(code);
    const Language language(code);
    const Date day = *date_from("2026-11-22");
    CHECK(language.date(day) != root.date(day));
    CHECK(language.date(day).find("22") != std::string::npos);
    CHECK(language.date(day).find("2026") != std::string::npos);
    for (const std::string& country : country_codes()) CHECK(language.country(country) != country);
    CHECK(language.language_name(code) != code);
  }
}

TEST_CASE("languages have names, unknown ones their code") {
  CHECK(Language("en").language_name("fr") == "French");
  CHECK(Language("fr").language_name("fr") == "Français");
  CHECK(Language("de").language_name("de") == "Deutsch");
  CHECK(Language("en").language_name("qa") == "qa");
  CHECK(Language("en").language_name("not a tag") == "not a tag");
}

TEST_CASE("a language knows which way it is written") {
  CHECK(Language("en").direction() == "ltr");
  CHECK(Language("ar").direction() == "rtl");
  CHECK(Language("he").direction() == "rtl");
  CHECK(Language("az-Arab").direction() == "rtl");
}

TEST_CASE("the machine's locale decides nothing, even for a language without rules") {
  const auto facts = [] {
    std::string all;
    for (const char* code : {"en", "tr", "xx", "zz-Latn", ""}) {
      const Language language(code);
      all += language.date(*date_from("2026-11-02")) + language.number(1234.5) +
             language.country("DE") + language.language_name("fr") + language.plural_category(1) +
             language.sort_key("ı i I İ") + '\n';
    }
    return all + heading_id("TITLE I") + to_ascii("İstanbul") + fold_case("TITLE I");
  };
  const icu::Locale before = icu::Locale::getDefault();
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(icu::Locale("tr_TR"), status);
  const std::string in_turkish = facts();
  icu::Locale::setDefault(icu::Locale("fr_FR"), status);
  const std::string in_french = facts();
  icu::Locale::setDefault(before, status);
  CHECK(in_turkish == in_french);
}

TEST_CASE("one language serves several threads at once") {
  const Language french("fr");
  const auto work = [&french] {
    std::string all;
    for (unsigned day = 1; day <= 28; ++day) {
      all +=
          french.date(Date{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{day}});
      all +=
          french.number(std::uint64_t{day} * 1000) + french.country("DE") + french.sort_key("été");
      all += french.plural_category(day) + to_ascii("été") + teaser("un été de plus", 8);
    }
    return all;
  };
  const std::string expected = work();
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = work(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

}  // namespace lamppost::test
