#include "view/page_scope.h"

#include <stdexcept>

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// English, Arabic, and Portuguese of Portugal and of Brazil.
Site four_languages() {
  Site site = site_of({settings()
                           .base_url("https://example.eu/a/b")
                           .language("ar")
                           .language("pt")
                           .language("pt-BR")});
  site.theme.strings["en"].texts["goal"].forms = {{"other", "Goal"}};
  site.theme.strings["pt"].texts["goal"].forms = {{"other", "Objetivo"}};
  return site;
}

/// `lang dir` of words in a language on a page of an edition.
std::string marked(std::uint32_t edition, const std::string& language) {
  const Site site = four_languages();
  const PagePlan plan = plan_in(edition);
  View view;
  set_language(view, PageScope(site, plan), language);
  return text_at(view, "lang") + ' ' + text_at(view, "dir");
}

}  // namespace

TEST_CASE("a scope has the edition and the words of its page") {
  const Site site = four_languages();
  const PagePlan plan = plan_in(2);
  const PageScope scope(site, plan);
  CHECK(&scope.edition == &site.editions[2]);
  CHECK(scope.words.text("goal") == "Objetivo");
  const PagePlan none = plan_in(4);
  CHECK_THROWS_AS(PageScope(site, none), std::out_of_range);
}

TEST_CASE("a scope's links lie below the base path, and the edition is not added") {
  const Site site = four_languages();
  const PagePlan plan = plan_in(2);
  const PageScope scope(site, plan);
  CHECK(scope.base == "/a/b/");
  CHECK(scope.link("/") == "/a/b/");
  CHECK(scope.link("/clusters/x y/#é") == "/a/b/clusters/x%20y/#%C3%A9");
}

TEST_CASE("an edition is found by its whole language, else it is the page's own") {
  const Site site = four_languages();
  const PagePlan plan = plan_in(1);
  const PageScope scope(site, plan);
  CHECK(scope.edition_in("pt").language.code() == "pt");
  CHECK(scope.edition_in("pt-BR").language.code() == "pt-BR");
  CHECK(scope.edition_in("en").prefix.empty());
  CHECK(scope.edition_in("p").language.code() == "ar");
  CHECK(scope.edition_in("").language.code() == "ar");
}

TEST_CASE("words are marked with language and direction only where it is not the edition's") {
  CHECK(marked(0, "en") == "false false");
  CHECK(marked(0, "") == "false false");
  CHECK(marked(0, "ar") == "ar rtl");
  CHECK(marked(1, "ar") == "false false");
  CHECK(marked(1, "en") == "en ltr");
  CHECK(marked(2, "pt-BR") == "pt-BR ltr");
}
