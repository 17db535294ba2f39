#include "view/words.h"

#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Theme theme() {
  Theme theme;
  auto& english = theme.strings["en"].texts;
  english["goal"].forms = {{"other", "Main goal"}};
  english["facts.end"].forms = {{"other", "End"}};
  english["titles.page"].forms = {{"other", "{page} – {site}"}};
  english["figures.members"].forms = {{"one", "{n} member"}, {"other", "{n} members"}};
  auto& french = theme.strings["fr"].texts;
  french["goal"].forms = {{"other", "Objectif"}};
  french["own"].forms = {{"other", "à part"}};
  french["figures.members"].forms = {{"one", "{n} membre"}, {"other", "{n} membres"}};
  return theme;
}

}  // namespace

TEST_CASE("a text is the language's own, else the English one, else its key") {
  const Theme words = theme();
  const Language french("fr");
  CHECK(Words(words, french).text("goal") == "Objectif");
  CHECK(Words(words, french).text("facts.end") == "End");
  CHECK(Words(words, french).text("no.such") == "no.such");
  CHECK(Words(Theme{}, french).text("goal") == "goal");
}

TEST_CASE("a count takes the plural form of its language and its number as written there") {
  const Theme words = theme();
  const Language english("en");
  const Language french("fr");
  CHECK(Words(words, english).count("figures.members", 0) == "0 members");
  CHECK(Words(words, english).count("figures.members", 1) == "1 member");
  CHECK(Words(words, english).count("figures.members", 1234) == "1,234 members");
  CHECK(Words(words, french).count("figures.members", 0) == "0 membre");
}

TEST_CASE("values are put in once: braces in a value and unknown braces stay") {
  const Theme words = theme();
  const Language english("en");
  const Words in_english(words, english);
  CHECK(in_english.text("titles.page", {{"page", "{site} {x"}, {"site", "S"}}) == "{site} {x – S");
  CHECK(in_english.text("titles.page", {{"pag", "?"}}) == "{page} – {site}");
}

TEST_CASE("all texts are nested by their dots and have the same names in every language") {
  const Theme words = theme();
  const Language english("en");
  const Language french("fr");
  const View in_english(View::Map{{"below", Words(words, english).all()}});
  const View in_french(View::Map{{"below", Words(words, french).all()}});
  CHECK(names_of(in_english) == names_of(in_french));
  CHECK(text_at(in_french, "below.goal") == "Objectif");
  CHECK(text_at(in_french, "below.facts.end") == "End");
  CHECK(text_at(in_english, "below.figures.members") == "{n} members");
}
