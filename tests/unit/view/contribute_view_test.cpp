#include "view/contribute_view.h"

#include <set>

#include "scaffold/page_text.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"
#include "view/card_views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

View contribute_of(const Site& site, std::uint32_t edition = 0) {
  PagePlan plan = plan_in(edition);
  plan.kind = PageKind::contribute;
  plan.address = edition == 0 ? "/contribute/" : "/fr/contribute/";
  return contribute_view(PageScope(site, plan));
}

std::set<std::string> keys_of(const View& view) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < view.map()->size(); ++i) keys.emplace(view.map()->name(i).text());
  return keys;
}

}  // namespace

TEST_CASE("every language's form loads the same files") {
  const Site site = site_of({settings().base_url("https://example.eu/a/").language("fr"),
                             cluster("light"), initiative("lamp").in("light")});
  const View view = contribute_of(site, 1);
  CHECK(view.find("form")->html()->markup().starts_with("{\"keys\":"));
  CHECK(text_at(view, "rules") == "/a/contribute/rules.json");
  CHECK(text_at(view, "names") == "/a/contribute/names-");
  CHECK(text_at(view, "name_shards") == "1");
  CHECK(text_at(view, "folder") == "content/initiatives/");
}

TEST_CASE("the page to fill in by hand is the one that lamppost new writes") {
  const Site site = site_of({cluster("light").weight(2), cluster("air").weight(1)});
  NewPage page;
  page.title = "Your title here";
  page.cluster = "air";
  CHECK(text_at(contribute_of(site), "text") == page_text(page));
  CHECK(text_at(contribute_of(site_of({})), "text").find("cluster = \"citizen-focus\"") !=
        std::string::npos);
}

TEST_CASE("the repository's host takes the page, where there is one") {
  Site site = site_of({cluster("light")});
  CHECK(text_at(contribute_of(site), "forge") == "false");
  site.settings.repository.url = "https://github.com/a/b";
  const View view = contribute_of(site);
  CHECK(text_at(view, "forge.name") == "GitHub");
  CHECK(text_at(view, "forge.href") == "https://github.com/a/b/new/main/content/initiatives");
}

TEST_CASE("the empty card has all the names that a card has") {
  const Site site = site_of({cluster("light"), initiative("lamp").in("light")});
  PagePlan plan = plan_in(0);
  const View card = card_view(PageScope(site, plan), 0);
  const View empty = *contribute_of(site).find("card");
  CHECK(keys_of(empty) == keys_of(card));
  CHECK(keys_of(*empty.find("cluster")) == keys_of(*card.find("cluster")));
}

TEST_CASE("the topics that most initiatives have are suggested, by name") {
  std::vector<ParsedFile> files = {cluster("c")};
  for (int i = 0; i < 101; ++i) {
    files.push_back(initiative("i" + std::to_string(i)).in("c").topics({"T" + std::to_string(i)}));
  }
  files.push_back(initiative("last").in("c").topics({"T100"}));
  const View view = contribute_of(site_of(files));
  REQUIRE(size_at(view, "topics") == 100);
  CHECK(text_at(view, "topics.0.name") == "T0");
  CHECK(text_at(view, "topics.99.name") == "T100");  // `T99` had to go
}

TEST_CASE("a figure's label is there for every plural form of the language") {
  const Site site = site_of({settings().language("pl"), cluster("c")});
  std::set<std::string> categories;
  const View view = contribute_of(site, 1);
  for (const View& label : *view.find("labels")->list()) {
    if (text_at(label, "key") == "members") categories.insert(text_at(label, "category"));
  }
  CHECK(categories == std::set<std::string>{"few", "many", "one"});
}
