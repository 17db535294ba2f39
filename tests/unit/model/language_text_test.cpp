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
