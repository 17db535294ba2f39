#include "keys/placeholders.h"

#include <string>

#include "support/catch.h"

using namespace lamppost;

namespace {

/// The words that only hold a place; empty where there are none.
std::string placeholder_words(const std::string& text) {
  const auto piece = placeholder_in(text);
  return piece ? text.substr(piece->begin, piece->size) : "";
}

}  // namespace

TEST_CASE("words that hold a place are found") {
  CHECK(placeholder_words("TODO") == "TODO");
  CHECK(placeholder_words("We TODO: say more") == "TODO");
  CHECK(placeholder_words("The end (TBD)") == "TBD");
  CHECK(placeholder_words("Lorem ipsum dolor") == "Lorem ipsum");
  CHECK(placeholder_words("so LOREM IPSUM") == "LOREM IPSUM");
  CHECK(placeholder_words("Your title here") == "Your title here");
  CHECK(placeholder_words("## your description here!") == "your description here");
  CHECK(placeholder_words("x\n" + std::string(prompt_for_joining)) == prompt_for_joining);
  CHECK(placeholder_words(std::string(prompt_for_initiative)) == prompt_for_initiative);
  CHECK(placeholder_words("- " + std::string(prompt_for_result)) == prompt_for_result);
}

TEST_CASE("a prompt whose line was broken anew is found") {
  const auto first_line = std::string(prompt_for_cluster.substr(0, 60));
  CHECK(placeholder_words(first_line + "\nof this cluster") == first_line);
}

TEST_CASE("words that mean something are left alone") {
  for (const std::string text :
       {"todo", "mastodon TODOS", "PLAN PARA TODO EL MUNDO", "TODO EL MUNDO", "aTODO", "TBDs",
        "Share your experience here", "your name hereby", "florem ipsum", "Say who can join us",
        "The first result was good", "", "T", "y"}) {
    CAPTURE(text);
    CHECK(placeholder_words(text).empty());
  }
}

TEST_CASE("the search goes on behind the last one") {
  const std::string text = "TODO and TBD";
  const auto second = placeholder_in(text, 4);
  REQUIRE(second);
  CHECK(*second == TextPiece{9, 3});
  CHECK_FALSE(placeholder_in(text, 12));
}

TEST_CASE("a text of signs says nothing") {
  for (const char* text : {"…", "...", "-", " – ", "???", "N/A", "n/a"}) CHECK(says_nothing(text));
  for (const char* text : {"", "a", "A-Z", "n/a.", "100", "…and more"})
    CHECK_FALSE(says_nothing(text));
}
