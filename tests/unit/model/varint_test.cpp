#include "model/varint.h"

#include <limits>

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("numbers are written in groups of seven bits") {
  std::string bytes;
  append_varint(bytes, 127);
  append_varint(bytes, 128);
  CHECK(bytes == std::string("\x7f\x80\x01"));
}

TEST_CASE("numbers are read as they were written, one after the other") {
  const auto largest = std::numeric_limits<std::uint64_t>::max();
  const std::initializer_list<std::uint64_t> numbers = {0, 127, 128, 1UL << 40U, largest};
  std::string bytes;
  for (const std::uint64_t number : numbers) append_varint(bytes, number);
  std::string_view rest = bytes;
  for (const std::uint64_t expected : numbers) {
    std::uint64_t number = 0;
    REQUIRE(take_varint(rest, number));
    CHECK(number == expected);
  }
  CHECK(rest.empty());
}

TEST_CASE("what is cut off or too long is no number, and nothing is taken of it") {
  for (const std::string& bytes : {std::string(), std::string("\x80"), std::string(11, '\xff')}) {
    std::string_view rest = bytes;
    std::uint64_t number = 0;
    CHECK_FALSE(take_varint(rest, number));
    CHECK(rest == bytes);
  }
}
