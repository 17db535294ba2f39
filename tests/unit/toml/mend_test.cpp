#include "toml/mend.h"

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("what is a value already stays, words get their quotes") {
  CHECK(as_value(" Lamp") == "\"Lamp\"");
  CHECK(as_value("\"Lamp\"") == "\"Lamp\"");
  CHECK(as_value(" 18 ") == "18");
  CHECK(as_value("[1, 2]") == "[1, 2]");
  CHECK(as_value("").empty());
}

TEST_CASE("a text is quoted with what needs it escaped") {
  CHECK(in_quotes("é \"x\" \\ \n\x01") == "\"é \\\"x\\\" \\\\ \\n\\u0001\"");
}

TEST_CASE("a date is mended where only one day can be meant") {
  CHECK(mended_date("2026/11/22") == "2026-11-22");
  CHECK(mended_date(" 2026-1-5 ") == "2026-01-05");
  CHECK(mended_date("22.11.2026") == "2026-11-22");
  CHECK(mended_date("5.4.2026") == "2026-04-05");
  CHECK(mended_date("22/11/2026") == "2026-11-22");
  CHECK(mended_date("4/4/2026") == "2026-04-04");
  CHECK(mended_date("2026-11-22T10:00:00Z") == "2026-11-22");
  CHECK_FALSE(mended_date("05/04/2026"));
  CHECK_FALSE(mended_date("11/22/2026"));
  CHECK_FALSE(mended_date("2026-02-30"));
  CHECK_FALSE(mended_date("22/11/26"));
  CHECK_FALSE(mended_date("2026-11/22"));
  CHECK_FALSE(mended_date("autumn"));
  CHECK_FALSE(mended_date(""));
}

TEST_CASE("numbers are mended where their groups leave no doubt") {
  CHECK(mended_integer("18") == "18");
  CHECK(mended_integer("+018") == "18");
  CHECK(mended_integer("000") == "0");
  CHECK(mended_integer("10 000 000") == "10000000");
  CHECK(mended_integer("10\xC2\xA0"
                       "000") == "10000");
  CHECK(mended_integer("10,000") == "10000");
  CHECK(mended_integer("18.0") == "18");
  CHECK(mended_integer("-3") == "-3");
  CHECK_FALSE(mended_integer("1.000"));
  CHECK_FALSE(mended_integer("10 00"));
  CHECK_FALSE(mended_integer("1000,000"));
  CHECK_FALSE(mended_integer("about 18"));
  CHECK_FALSE(mended_integer("99999999999999999999"));
  CHECK_FALSE(mended_integer(""));
  CHECK(mended_number("1,5") == "1.5");
  CHECK(mended_number("-1.25") == "-1.25");
  CHECK_FALSE(mended_number("1,5,6"));
  CHECK_FALSE(mended_number("--1.5"));
}

TEST_CASE("words for yes and no are mended") {
  CHECK(mended_boolean("True") == "true");
  CHECK(mended_boolean(" off ") == "false");
  CHECK_FALSE(mended_boolean("maybe"));
}

TEST_CASE("what is no TOML is told apart") {
  CHECK(not_toml("“x”").text == "\"x\"");
  CHECK(not_toml("Yes").text == "true");
  CHECK(not_toml("1,5").text == "1.5");
  CHECK_FALSE(not_toml("a\"b").text);
  CHECK_FALSE(not_a_number("x"));
  CHECK(looks_like_date("30.02.2026"));
  CHECK_FALSE(looks_like_date("1.2.3"));
  CHECK(typographic_quote_at_end("x”") == 3);
  CHECK(typographic_quote_at_end("x\"") == 0);
  CHECK(trimmed(" \t\r\n") == "");
}

TEST_CASE("a date that may be one of two days is said both ways") {
  CHECK(date_help("22.11.2026") == "write `2026-11-22`");
  CHECK(date_help("12/05/2024").starts_with("write `2024-05-12` or `2024-12-05`"));
  CHECK(date_help("31/31/2024").find("a day that exists") != std::string::npos);
  CHECK(date_help("in May").find("a day that exists") != std::string::npos);
}

TEST_CASE("what a comma in a number divides is in doubt before three digits") {
  CHECK(has_doubtful_comma("1,500"));
  for (const char* text : {"1,5", "1500", "1,500,000", "1.500", ""})
    CHECK_FALSE(has_doubtful_comma(text));
  CHECK(not_a_number("2,5")->is_certain);
  CHECK_FALSE(not_a_number("1,500")->is_certain);
}

TEST_CASE("a word without quotes is certain to be a text, half a curly quote is not") {
  CHECK(not_toml("Lamp").is_certain);
  CHECK(not_toml("“Lamp”").is_certain);
  CHECK_FALSE(not_toml("“Lamp").is_certain);
  CHECK_FALSE(not_toml("a\"b").is_certain);
}
