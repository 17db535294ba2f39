#include "keys/scalars.h"

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

struct ScalarResult {
  SourceText text;
  std::optional<Value> value;
  Diagnostics diagnostics;

  /// `code` or, where a fix is known, `code -> the value to write`.
  [[nodiscard]] std::string verdict() const {
    if (diagnostics.empty()) return "right";
    REQUIRE(diagnostics.list().size() == 1);
    const auto& only = diagnostics.list().front();
    CHECK_FALSE(value);
    CHECK_FALSE(only.help.empty());
    const auto name = std::string(info(only.code).name);
    return only.fix ? name + " -> " + only.fix->text : name;
  }
  [[nodiscard]] std::string words() const {
    REQUIRE(value);
    REQUIRE(value->text() != nullptr);
    return *value->text();
  }
};

ScalarResult conformed(KeyType type, const std::string& written, int least = 0) {
  ScalarResult result{source("k = " + written), {}, {}};
  const auto map = parse_toml(result.text, toml_region(result.text), result.diagnostics);
  REQUIRE(map);
  constexpr std::array<std::string_view, 2> choices = {"planned", "active"};
  Key key;
  key.name = "k";
  key.type = type;
  key.example = "k = 1";
  key.choices = choices;
  key.least = least;
  result.value = conform_scalar(map->front().value, {result.text, key, type}, result.diagnostics);
  return result;
}

std::string verdict(KeyType type, const std::string& written) {
  INFO(written);
  return conformed(type, written).verdict();
}

}  // namespace

TEST_CASE("a text loses the white space around it and its line ends") {
  CHECK(conformed(KeyType::text, "\"  a b\\t\"").words() == "a b");
  CHECK(conformed(KeyType::text, "\"\"\"\na \n\n  b\r\nc\n\"\"\"").words() == "a b c");
}

TEST_CASE("control characters hidden in escapes are found") {
  for (const auto* text : {R"("\u0000")", R"("a\u0007")", R"("\u007F")", R"("\u0085")",
                           R"("\uFFFE")", R"("\uFDD0")"}) {
    CHECK(verdict(KeyType::text, text) == "control-character");
  }
  CHECK(verdict(KeyType::text, R"("a\tb")") == "right");
}

TEST_CASE("a value of the wrong type is converted where that is certain") {
  CHECK(verdict(KeyType::count, "\"18\"") == "wrong-type -> 18");
  CHECK(verdict(KeyType::count, "\"10 000\"") == "wrong-type -> 10000");
  CHECK(verdict(KeyType::count, "18.0") == "wrong-type -> 18");
  CHECK(verdict(KeyType::count, "\"-3\"") == "wrong-type");
  CHECK(verdict(KeyType::count, "true") == "wrong-type");
  CHECK(verdict(KeyType::count, "18.5") == "wrong-type");
  CHECK(verdict(KeyType::integer, "\"-3\"") == "wrong-type -> -3");
  CHECK(verdict(KeyType::number, "\"1,5\"") == "wrong-type -> 1.5");
  CHECK(verdict(KeyType::boolean, "\"true\"") == "wrong-type -> true");
  CHECK(verdict(KeyType::boolean, "1") == "wrong-type");
  CHECK(verdict(KeyType::text, "2030") == "wrong-type -> \"2030\"");
  CHECK(verdict(KeyType::text, "2026-11-22") == "wrong-type -> \"2026-11-22\"");
  CHECK(verdict(KeyType::text, "[\"a\"]") == "wrong-type");
  CHECK(verdict(KeyType::date, "2026") == "wrong-type");
  CHECK(verdict(KeyType::slug, "1") == "wrong-type");
}

TEST_CASE("a type's mismatch says what is wanted and what is there") {
  const auto result = conformed(KeyType::boolean, "\"maybe\"");
  CHECK(result.diagnostics.list().front().message ==
        "`k` must be `true` or `false`, and this is a text");
}

TEST_CASE("numbers keep their bounds") {
  CHECK(verdict(KeyType::count, "-1") == "bad-number");
  CHECK(conformed(KeyType::count, "0", 1).verdict() == "bad-number");
  CHECK(verdict(KeyType::integer, "-1") == "right");
  CHECK(verdict(KeyType::number, "inf") == "bad-number");
  CHECK(verdict(KeyType::number, "nan") == "bad-number");
  CHECK(verdict(KeyType::number, "3") == "right");
}

TEST_CASE("a date may be a text, and an almost right one is mended") {
  CHECK(iso_date(*conformed(KeyType::date, "\" 2026-11-22\"").value->date()) == "2026-11-22");
  CHECK(verdict(KeyType::date, "2026-11-22") == "right");
  CHECK(verdict(KeyType::date, "\"2026/11/22\"") == "bad-date -> 2026-11-22");
  CHECK(verdict(KeyType::date, "2026-11-22T10:00:00Z") == "bad-date -> 2026-11-22");
  CHECK(verdict(KeyType::date, "\"05/04/2026\"") == "bad-date");
  CHECK(verdict(KeyType::date, "\"2026-02-30\"") == "bad-date");
  CHECK(verdict(KeyType::date, "10:00:00") == "bad-date");
}

TEST_CASE("a grant number is digits, as text or as number") {
  CHECK(conformed(KeyType::digits, "691895").words() == "691895");
  CHECK(conformed(KeyType::digits, "\"691895\"").words() == "691895");
  CHECK(verdict(KeyType::digits, "\"GA 691895\"") == "bad-number");
  CHECK(verdict(KeyType::digits, "-5") == "bad-number");
  CHECK(verdict(KeyType::digits, "1.5") == "wrong-type");
}

TEST_CASE("a slug is made of what was meant") {
  CHECK(verdict(KeyType::slug, "\"citizen-focus\"") == "right");
  CHECK(verdict(KeyType::slug, "\"Citizen Focus\"") == "bad-slug -> \"citizen-focus\"");
  CHECK(verdict(KeyType::slug, "\"../clusters/citizen-focus.md\"") ==
        "bad-slug -> \"citizen-focus\"");
  CHECK(verdict(KeyType::slug, "\"/clusters/citizen-focus/\"") == "bad-slug -> \"citizen-focus\"");
  CHECK(verdict(KeyType::slug, "\"???\"") == "bad-slug");
}

TEST_CASE("a choice suggests the nearest") {
  CHECK(verdict(KeyType::choice, "\"active\"") == "right");
  CHECK(verdict(KeyType::choice, "\"actve\"") == "bad-choice -> \"active\"");
  CHECK(verdict(KeyType::choice, "\"forgotten\"") == "bad-choice");
}

TEST_CASE("country codes are upper case, with the EU's habits and English names put right") {
  CHECK(verdict(KeyType::country, "\"FR\"") == "right");
  CHECK(verdict(KeyType::country, "\"fr\"") == "bad-country -> \"FR\"");
  CHECK(verdict(KeyType::country, "\"UK\"") == "bad-country -> \"GB\"");
  CHECK(verdict(KeyType::country, "\"el\"") == "bad-country -> \"GR\"");
  CHECK(verdict(KeyType::country, "\"France\"") == "bad-country -> \"FR\"");
  CHECK(verdict(KeyType::country, "\"Atlantis\"") == "bad-country");
}

TEST_CASE("language codes are written as BCP 47 wants") {
  CHECK(verdict(KeyType::language, "\"pt-BR\"") == "right");
  CHECK(verdict(KeyType::language, "\"pt_br\"") == "bad-language -> \"pt-BR\"");
  CHECK(verdict(KeyType::language, "\"EN\"") == "bad-language -> \"en\"");
  CHECK(verdict(KeyType::language, "\"sr-latn\"") == "bad-language -> \"sr-Latn\"");
  CHECK(verdict(KeyType::language, "\"English!\"") == "bad-language");
}

TEST_CASE("addresses have their codes and fixes") {
  CHECK(verdict(KeyType::url, "\"www.example.eu\"") == "bad-url -> \"https://www.example.eu\"");
  CHECK(verdict(KeyType::email, "\"mailto:a@example.eu\"") == "bad-email -> \"a@example.eu\"");
  CHECK(verdict(KeyType::file, "\"../x.jpg\"") == "bad-path");
  CHECK(verdict(KeyType::site_path, "\"old/\"") == "bad-path -> \"/old/\"");
}

TEST_CASE("a long text is cut in its message, between characters") {
  std::string written = "\"";
  for (int i = 0; i < 100; ++i) written += "é";
  const auto result = conformed(KeyType::country, written + "\"");
  const auto& message = result.diagnostics.list().front().message;
  CHECK(message.size() < 100);
  CHECK(first_invalid_utf8(message) == std::string::npos);
}
