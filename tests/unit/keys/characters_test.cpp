#include "keys/characters.h"

#include <string>

#include "support/catch.h"

using lamppost::has_control_characters;
using lamppost::is_control_character;
using lamppost::past_plain_ascii;

TEST_CASE("plain ASCII ends at the first byte that is none, wherever it stands") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_plain = (byte >= 0x20 && byte < 0x7F) || c == '\t' || c == '\n';
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, '~');
      text[at] = c;
      REQUIRE(past_plain_ascii(text, 0) == (is_plain ? 20 : at));
      REQUIRE(past_plain_ascii(text, at) == (is_plain ? 20 : at));
    }
  }
}

TEST_CASE("control characters and noncharacters have no place in a text, line ends do") {
  for (const char32_t c : {0x00, 0x1F, 0x7F, 0x85, 0x9F, 0xFDD0, 0xFFFE, 0x1FFFF}) {
    CHECK(is_control_character(c));
  }
  for (const char32_t c : {0x09, 0x0A, 0x0D, 0x20, 0x7E, 0xA0, 0xFDF0, 0xFFFD}) {
    CHECK_FALSE(is_control_character(c));
  }
  CHECK_FALSE(has_control_characters("a long text, with é\r\n and\ttabs"));
  CHECK(has_control_characters("a long text, with é\r\n and \x01"));
  CHECK(has_control_characters("\xC2\x85"));
}
