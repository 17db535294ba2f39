#include "model/language.h"
#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a language tag has a language, perhaps a script, a region and variants") {
  for (const char* tag :
       {"en", "pt-BR", "sr-Latn", "zh-Hant-TW", "es-419", "gsw", "ca-valencia", "de-1996"}) {
    CAPTURE(tag);
    CHECK(is_language_code(tag));
  }
  for (const char* text : {"", "e", "EN", "pt-br", "pt_BR", "sr-latn", "draft", "en-", "-en",
                           "en--GB", "en-G", "en-GB-DE", "e1", "én", "md~", "fr.md", "x-y"}) {
    CAPTURE(text);
    CHECK_FALSE(is_language_code(text));
  }
}

TEST_CASE("names that differ in case or in how an accent is encoded are equal") {
  CHECK(fold_case("IoT") == fold_case("iot"));
  CHECK(fold_case("STRASSE") == fold_case("straße"));
  CHECK(fold_case("\xC3\x89t\xC3\xA9") == fold_case("e\xCC\x81te\xCC\x81"));
  CHECK(fold_case("ΣΊΣΥΦΟΣ") == fold_case("σίσυφος"));
  CHECK_FALSE(fold_case("Energie") == fold_case("Énergie"));
}

TEST_CASE("other scripts are written in ASCII, what can't be is dropped") {
  CHECK(to_ascii("plain") == "plain");
  CHECK(to_ascii("Smørrebrød") == "Smorrebrod");
  CHECK(to_ascii("Größe") == "Grosse");
  CHECK(to_ascii("Αθήνα") == "Athena");
  CHECK(to_ascii("София") == "Sofia");
  CHECK(to_ascii("a\xF0\x9F\x92\xA1"
                 "b") == "ab");
  CHECK(to_ascii("\xff\xfe").find('\xff') == std::string::npos);
}

TEST_CASE("Europe's letters come out as ICU would have them, whatever stands around them") {
  const auto utf8 = [](char32_t c) {
    return c < 0x800 ? std::string{static_cast<char>(0xC0U | (c >> 6U)),
                                   static_cast<char>(0x80U | (c & 0x3FU))}
                     : std::string{static_cast<char>(0xE0U | (c >> 12U)),
                                   static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
                                   static_cast<char>(0x80U | (c & 0x3FU))};
  };
  const auto compare = [&](char32_t c) {
    CAPTURE(utf8(c));
    const std::string among = "a" + utf8(c) + "A" + utf8(c) + utf8(c) + " " + utf8(c);
    // With a letter of another script, ICU is asked.
    CHECK(to_ascii(among + " \u03B1") == to_ascii(among) + " a");
  };
  for (char32_t c = 0xC0; c <= 0x17F; ++c) compare(c);
  for (const char32_t c : {0x218, 0x219, 0x21A, 0x21B, 0x2013, 0x2014, 0x2018, 0x2019}) compare(c);
  CHECK(to_ascii("cafe\u0301") == "cafe");
}

TEST_CASE("a heading's id keeps letters and digits of any script") {
  CHECK(heading_id("What a smart lamppost can do") == "what-a-smart-lamppost-can-do");
  CHECK(heading_id("Énergie : l’été 2030 !") == "énergie--lété-2030-");
  CHECK(heading_id("Der ÜBERGANG") == "der-übergang");
  CHECK(heading_id("Умен град") == "умен-град");
  CHECK(heading_id("snake_case & kebab-case") == "snake_case--kebab-case");
  CHECK(heading_id("  Round about  ") == "round-about");
  CHECK(heading_id("A\tTab") == "a-tab");
}

TEST_CASE("a heading's id is the same however an accent is encoded") {
  CHECK(heading_id("e\xCC\x81t\xC3\xA9") == heading_id("\xC3\xA9t\xC3\xA9"));
}

TEST_CASE("texts of ASCII alone come out as ICU would have them") {
  for (char c = 0x20; c < 0x7F; ++c) {
    const std::string one(1, c);
    const std::string among = one + "A" + one + "b" + one;
    // With a letter that is not ASCII, ICU is asked.
    CHECK(heading_id(among + "xé") == heading_id(among + "x") + "é");
    CHECK(fold_case(among + "é") == fold_case(among) + "é");
  }
}

TEST_CASE("a heading of signs alone has no id of its own") { CHECK(heading_id("?!").empty()); }

}  // namespace lamppost::test
