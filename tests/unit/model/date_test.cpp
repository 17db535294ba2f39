#include "model/date.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a date is read as it is written") {
  const auto date = date_from("2026-11-22");
  REQUIRE(date.has_value());
  CHECK(iso_date(*date) == "2026-11-22");
  CHECK(iso_date(*date_from("0987-01-02")) == "0987-01-02");
}

TEST_CASE("only days that exist are dates") {
  CHECK(date_from("2024-02-29").has_value());
  for (const char* day : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00"}) {
    CAPTURE(day);
    CHECK_FALSE(date_from(day).has_value());
  }
}

TEST_CASE("nothing but the one form is a date") {
  for (const char* text : {"", "2026-1-1", "22.11.2026", "2026/11/22", "2026-11-22T00:00",
                           "20261122", " 2026-11-22", "2026-11-2x", "+026-11-22", "２026-11-22"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from(text).has_value());
  }
}

}  // namespace lamppost::test
