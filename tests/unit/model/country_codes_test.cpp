#include <algorithm>

#include "model/language.h"
#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("there are 249 countries, sorted, each once") {
  const auto& codes = country_codes();
  CHECK(codes.size() == 249);
  CHECK(std::adjacent_find(codes.begin(), codes.end(), std::greater_equal<>()) == codes.end());
}

TEST_CASE("a country is its official code in capitals") {
  for (const char* code : {"FR", "GB", "GR", "AX", "ZW"}) CHECK(is_country_code(code));
  for (const char* code : {"fr", "UK", "EL", "EU", "XK", "F", "FRA", ""}) {
    CAPTURE(code);
    CHECK_FALSE(is_country_code(code));
  }
}

}  // namespace lamppost::test
