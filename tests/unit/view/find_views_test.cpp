#include "view/find_views.h"

#include "model/page_plan.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"
#include "view/page_views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Site titled(const std::vector<std::string>& titles, const std::string& language = "en",
            std::size_t per_page = 100) {
  auto site_settings = settings().per_page(per_page);
  if (language != "en") site_settings.language(language);
  std::vector<ParsedFile> files{site_settings};
  int number = 0;
  for (const std::string& title : titles) {
    files.push_back(initiative("i" + std::to_string(number++)).titled(title).topics({"T"}));
  }
  Site site = site_of(files);
  site.theme.layouts = {{"a_to_z", {}}, {"search", {}}};
  return site;
}

View page_in(const Site& site, const std::string& address) {
  for (const PagePlan& plan : plan_pages(site)) {
    if (plan.address == address) return view_of(site, plan);
  }
  throw std::out_of_range("no page at " + address);
}

/// `A: Title, Title; ` for each group.
std::string groups(const View& view) {
  std::string all;
  for (const View& group : *at(view, "groups").list()) {
    all += text_at(group, "label") + ':';
    for (const View& entry : *at(group, "entries").list()) all += ' ' + text_at(entry, "title");
    all += "; ";
  }
  return all;
}

}  // namespace

TEST_CASE("titles stand under their first letter, what has none comes last") {
  const Site site = titled({"beta", "Éclair", "Alpha", "2020", "Echo", "“Quoted”"});
  CHECK(groups(page_in(site, "/initiatives/")) ==
        "A: Alpha; B: beta; E: Echo Éclair; a_to_z.other: “Quoted” 2020; ");
}

TEST_CASE("letters are those of the edition's language") {
  CHECK(groups(page_in(titled({"Šance", "Sad", "Chata", "Cena"}, "cs"), "/cs/initiatives/")) ==
        "C: Cena; CH: Chata; S: Sad; Š: Šance; ");
  CHECK(groups(page_in(titled({"Åland", "Zon", "Ask"}, "sv"), "/sv/initiatives/")) ==
        "A: Ask; Z: Zon; Å: Åland; ");
}

TEST_CASE("each letter leads to where it begins, on whatever page of the list") {
  const Site site = titled({"Aa", "Ab", "Ac", "Ba", "7"}, "en", 2);
  const View first = page_in(site, "/initiatives/");
  CHECK(groups(first) == "A: Aa Ab; ");
  const View second = page_in(site, "/initiatives/page/2/");
  CHECK(groups(second) == "A: Ac; B: Ba; ");
  CHECK(*at(at(second, "groups").list()->front(), "is_continued").flag());
  const View::List& letters = *at(second, "letters").list();
  REQUIRE(letters.size() == 3);
  CHECK(text_at(letters[0], "href") == "/initiatives/#letter.A");
  CHECK(text_at(letters[1], "href") == "/initiatives/page/2/#letter.B");
  CHECK(text_at(letters[2], "href") == "/initiatives/page/3/#letter.other");
}

TEST_CASE("the search page names its index and what can be chosen") {
  const View view = page_in(titled({"Alpha"}), "/search/");
  CHECK(text_at(view, "action") == "/search/");
  CHECK(text_at(view, "index") == "/search/index.json");
  CHECK(text_at(at(view, "topics").list()->front(), "slug") == "t");
  CHECK(text_at(at(at(view, "filter"), "topics").list()->front(), "value") == "t");
  CHECK(text_at(at(view, "site"), "search") == "/search/");
  CHECK(text_at(at(view, "site"), "a_to_z") == "/initiatives/");
}

TEST_CASE("a theme without these layouts has neither page nor link") {
  Site site = titled({"Alpha"});
  site.theme.layouts.clear();
  const View view = page_in(site, "/");
  CHECK_FALSE(*at(at(view, "site"), "search").flag());
  for (const PagePlan& plan : plan_pages(site)) {
    CHECK_FALSE(plan.address.starts_with("/search"));
    CHECK(plan.address != "/initiatives/");
  }
}
