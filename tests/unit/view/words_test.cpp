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
