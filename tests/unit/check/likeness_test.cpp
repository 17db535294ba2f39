#include "check/likeness.h"

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("capitals, accents, signs, plurals and small words make no title another one") {
  CHECK(title_key("The Humble Lamp-Posts") == "humblelamppost");
  CHECK(title_key("humble lamppost") == "humblelamppost");
  CHECK(title_key("Éclairage, le bus") == "eclairagelebus");
  CHECK(title_key("Phase 1") != title_key("Phase 2"));
  CHECK(title_key("The Project") == "the-project");  // nothing would be left
}

TEST_CASE("a website is the same whatever leads to the same page") {
  CHECK(website_key("https://www.Example.eu/A/#top") == "example.eu/A");
  CHECK(website_key("http://example.eu/A") == "example.eu/A");
  CHECK(website_key("https://example.eu/a") != website_key("https://example.eu/A"));
}

TEST_CASE("small words are told to whoever compares titles elsewhere") {
  for (const auto word : small_words()) CHECK(title_key("Lamp " + std::string(word)) == "lamp");
}
