#include "model/phrases.h"

#include "support/catch.h"

using namespace lamppost;

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
  CHECK(Phrases(words, french).text("goal") == "Objectif");
  CHECK(Phrases(words, french).text("facts.end") == "End");
  CHECK(Phrases(words, french).text("no.such") == "no.such");
  CHECK(Phrases(Theme{}, french).text("goal") == "goal");
}

TEST_CASE("a count takes the plural form of its language and its number as written there") {
  const Theme words = theme();
  const Language english("en");
  const Language french("fr");
  CHECK(Phrases(words, english).count("figures.members", 0) == "0 members");
  CHECK(Phrases(words, english).count("figures.members", 1) == "1 member");
  CHECK(Phrases(words, english).count("figures.members", 1234) == "1,234 members");
  CHECK(Phrases(words, french).count("figures.members", 0) == "0 membre");
}

TEST_CASE("values are put in once: braces in a value and unknown braces stay") {
  const Theme words = theme();
  const Language english("en");
  const Phrases in_english(words, english);
  CHECK(in_english.text("titles.page", {{"page", "{site} {x"}, {"site", "S"}}) == "{site} {x – S");
  CHECK(in_english.text("titles.page", {{"pag", "?"}}) == "{page} – {site}");
}
