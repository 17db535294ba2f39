#include "model/content_hash.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a content's hash is XXH3's 128 bits, the highest digit first") {
  CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
  CHECK(content_hash("abc") == "06b05ab6733a618578af5f94892f3950");
}

TEST_CASE("a content's hash takes in zero bytes") {
  CHECK(content_hash(std::string_view("a\0b", 3)) != content_hash("a"));
}

TEST_CASE("a hash as a number and as digits is the same") {
  CHECK(hash128("abc") == Hash128{0x06b05ab6733a6185, 0x78af5f94892f3950});
}

TEST_CASE("bytes that come in pieces hash as those that come at once") {
  const std::string bytes(10'000, 'x');
  PiecewiseHash pieces;
  for (std::size_t at = 0; at < bytes.size(); at += 700)
    pieces.add(std::string_view(bytes).substr(at, 700));
  CHECK(pieces.value() == hash128(bytes));
  CHECK(PiecewiseHash().value() == hash128(""));
}

TEST_CASE("an integrity value is SHA-512 in base64") {
  CHECK(
      integrity_of("abc") ==
      "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyk"
      "nw==");
}

}  // namespace lamppost::test
