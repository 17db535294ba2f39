#include "view/frame_views.h"

#include "model/page_plan.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// English, French and Arabic; `about` is in the menu and not translated.
Site three_languages() {
  Site site = site_of(
      {settings().titled("Site").base_url("https://example.eu/a/").language("fr").language("ar"),
       cluster("light"), initiative("lamp").in("light"), free_page("about").in_menu()});
  auto& texts = site.theme.strings["en"].texts;
  texts["titles.page"].forms = {{"other", "{page} – {site}"}};
  texts["titles.numbered"].forms = {{"other", "{page} ({n})"}};
  texts["notice.untranslated"].forms = {{"other", "{written}, not {language}"}};
  return site;
}

PagePlan plan_of(PageKind kind, std::string address, std::uint32_t edition = 0) {
  PagePlan plan;
  plan.kind = kind;
  plan.address = std::move(address);
  plan.edition = edition;
  plan.subject = kind == PageKind::home ? PagePlan::no_subject : 0;
  return plan;
}

PageSubject subject_of(std::string title, std::string language,
                       std::vector<std::string> translations) {
  PageSubject subject;
  subject.title = std::move(title);
  subject.language = std::move(language);
  subject.translations = std::move(translations);
  return subject;
}

View frame(const PagePlan& plan, const PageSubject& subject) {
  const Site site = three_languages();
  return frame_view(PageScope(site, plan), subject);
}

/// `lang href` of every alternate.
std::string alternates(const View& view) {
  std::string all;
  for (const View& link : *at(view, "alternates").list()) {
    all += text_at(link, "lang") + ' ' + text_at(link, "href") + '\n';
  }
  return all;
}

/// The labels of a list of links, `*` at the current one, the language where it is marked.
std::string labels(const View& view, const std::string& list) {
  std::string all;
  for (const View& link : *at(view, list).list()) {
    if (!all.empty()) all += " > ";
    all += text_at(link, "label");
    if (text_at(link, "is_current") == "true") all += '*';
    if (text_at(link, "lang") != "false") all += " (" + text_at(link, "lang") + ')';
  }
  return all;
}

}  // namespace

TEST_CASE("alternates are the languages a page is written in and the default, page by page") {
  const PagePlan plan = plan_of(PageKind::cluster, "/ar/clusters/light/page/2/", 2);
  CHECK(alternates(frame(plan, subject_of("Light", "ar", {"en", "ar", "de"}))) ==
        "en https://example.eu/a/clusters/light/page/2/\n"
        "ar https://example.eu/a/ar/clusters/light/page/2/\n"
        "x-default https://example.eu/a/clusters/light/page/2/\n");
  CHECK(alternates(frame(plan, subject_of("Light", "en", {"en", "de"}))).empty());
}

TEST_CASE("a page that is made, not written, is there in every language, but not found in none") {
  const Site site = three_languages();
  const PagePlan topic = plan_of(PageKind::cluster, "/fr/topics/iot/", 1);
  const PageScope scope(site, topic);
  const View view = frame_view(scope, made_subject(scope, "IoT"));
  CHECK(size_at(view, "alternates") == 4);
  CHECK(text_at(view, "page.canonical") == "https://example.eu/a/fr/topics/iot/");
  CHECK(text_at(view, "languages.2.is_translated") == "true");
  CHECK(text_at(view, "languages.2.dir") == "rtl");
  const PagePlan lost = plan_of(PageKind::not_found, "/fr/404.html", 1);
  const PageScope nowhere(site, lost);
  const View not_found = frame_view(nowhere, made_subject(nowhere, "Not found"));
  CHECK(size_at(not_found, "alternates") == 0);
  CHECK(text_at(not_found, "open_graph.url") == "false");
  CHECK(size_at(not_found, "breadcrumbs") == 0);
}

TEST_CASE("the canonical page of a fallback is the same page of the default edition") {
  const PagePlan plan = plan_of(PageKind::cluster, "/ar/clusters/light/page/2/", 2);
  const View fallback = frame(plan, subject_of("Light", "en", {"en", "fr"}));
  CHECK(text_at(fallback, "page.canonical") == "https://example.eu/a/clusters/light/page/2/");
  CHECK(text_at(fallback, "open_graph.url") == "https://example.eu/a/clusters/light/page/2/");
  CHECK(text_at(fallback, "notice") == "الإنجليزية, not العربية");
  CHECK(text_at(fallback, "dir") == "ltr");
  CHECK(text_at(fallback, "edition.dir") == "rtl");
  const View without_language = frame(plan, subject_of("Light", "", {}));
  CHECK(text_at(without_language, "page.canonical") ==
        "https://example.eu/a/ar/clusters/light/page/2/");
  CHECK(text_at(without_language, "notice") == "false");
}

TEST_CASE("a page's title has its number from the second page on, and the site's title once") {
  PagePlan plan = plan_of(PageKind::home, "/");
  CHECK(text_at(frame(plan, subject_of("Site", "en", {})), "page.title") == "Site");
  CHECK(text_at(frame(plan, subject_of("{site}", "en", {})), "page.title") == "{site} – Site");
  plan.page_number = 1234;
  const View numbered = frame(plan, subject_of("Site", "en", {}));
  CHECK(text_at(numbered, "page.title") == "Site (1,234) – Site");
  CHECK(text_at(numbered, "title") == "Site");
}

TEST_CASE("a theme is told of more languages than fit into a row") {
  const PagePlan home = plan_of(PageKind::home, "/");
  Site site = three_languages();
  const PageScope few(site, home);
  CHECK(text_at(frame_view(few, made_subject(few, "A")), "has_many_languages") == "false");
  site = site_of({settings().language("fr").language("ar").language("de").language("ga")});
  const PageScope many(site, home);
  const View view = frame_view(many, made_subject(many, "A"));
  CHECK(text_at(view, "has_many_languages") == "true");
  CHECK(size_at(view, "languages") == 5);
}

TEST_CASE("menu and breadcrumbs mark the page itself and words in another language") {
  PageSubject about = subject_of("About us", "en", {"en"});
  const PagePlan page = plan_of(PageKind::free_page, "/fr/about/", 1);
  const View free = frame(page, about);
  CHECK(labels(free, "menu") == "menu.home > Title of about* (en)");
  CHECK(labels(free, "breadcrumbs") == "menu.home > About us* (en)");
  CHECK(text_at(free, "menu.1.href") == "/a/fr/about/");
  const Site site = three_languages();
  const PagePlan lamp = plan_of(PageKind::initiative, "/fr/initiatives/lamp/", 1);
  about.trail = {menu_entry(PageScope(site, lamp), "Light", "/fr/clusters/light/", "fr")};
  CHECK(labels(frame(lamp, about), "breadcrumbs") == "menu.home > Light > About us* (en)");
  CHECK(labels(frame(lamp, about), "menu") == "menu.home > Title of about (en)");
  const View home = frame(plan_of(PageKind::home, "/fr/", 1), about);
  CHECK(labels(home, "menu") == "menu.home* > Title of about (en)");
  CHECK_FALSE(*at(home, "has_breadcrumbs").flag());
}

TEST_CASE("a script of one layout is on the pages of that layout, with what is shared or without") {
  Site site = three_languages();
  site.theme.scripts = {{"js/all.js", "sha512-a", ""}, {"js/find.js", "sha512-b", "", {"search"}}};
  const SharedViews shared{edition_views(site, 0)};
  for (const EditionViews* views : {static_cast<const EditionViews*>(nullptr), &shared.front()}) {
    const PagePlan search = plan_of(PageKind::search, "/search/");
    const PagePlan other = plan_of(PageKind::cluster, "/clusters/light/");
    const PageSubject subject = subject_of("Page", "en", {"en"});
    CHECK(at(frame_view(PageScope(site, search, views), subject), "scripts").list()->size() == 2);
    CHECK(at(frame_view(PageScope(site, other, views), subject), "scripts").list()->size() == 1);
  }
}

TEST_CASE("a page is edited in its file; one without a file can only be reported") {
  Site site = three_languages();
  const PagePlan plan = plan_of(PageKind::initiative, "/fr/initiatives/lamp/", 1);
  PageSubject subject = subject_of("Lamp", "en", {"en"});
  subject.origin = &local_initiative(site, "lamp", 1).initiative->origin;
  CHECK(text_at(frame_view(PageScope(site, plan), subject), "page.edit") == "false");
  site.settings.repository.url = "https://github.com/a/b";
  CHECK(text_at(frame_view(PageScope(site, plan), subject), "page.edit") ==
        "https://github.com/a/b/edit/main/content/initiatives/lamp.md");
  subject.origin = nullptr;
  const View made = frame_view(PageScope(site, plan), subject);
  CHECK(text_at(made, "page.edit") == "false");
  CHECK(text_at(made, "page.report") ==
        "https://github.com/a/b/issues/new?title=Lamp"
        "&body=https%3A%2F%2Fexample.eu%2Fa%2Ffr%2Finitiatives%2Flamp%2F");
}

TEST_CASE("pages that the theme may do without are linked to where it has them") {
  Site site = three_languages();
  site.theme.layouts["statistics"] = site.theme.layouts["a_to_z"] = {};
  const PagePlan plan = plan_of(PageKind::home, "/fr/", 1);
  const View view = frame_view(PageScope(site, plan), subject_of("Site", "fr", {}));
  CHECK(text_at(view, "site.statistics") == "/a/fr/statistics/");
  CHECK(text_at(view, "site.a_to_z") == "/a/fr/initiatives/");
  for (const char* name : {"site.changes", "site.open_data", "site.compare"}) {
    CHECK(text_at(view, name) == "false");
  }
}

TEST_CASE("a page without a picture is shared with the theme's") {
  const PagePlan plan = plan_of(PageKind::home, "/");
  Site site = three_languages();
  const auto shared = [&] {
    return frame_view(PageScope(site, plan), subject_of("Site", "en", {}));
  };
  CHECK(text_at(shared(), "open_graph.image") == "false");
  site.assets.push_back(
      {"themes/m/static/share.png", "static/share.png", "share.png", 1, 0, PixelSize{1200, 630}});
  CHECK(text_at(shared(), "open_graph.image.url") == "https://example.eu/a/share.png");
  CHECK(text_at(shared(), "open_graph.image.width") == "1200");
  CHECK(text_at(shared(), "open_graph.image.height") == "630");
  CHECK(text_at(shared(), "open_graph.image.alt") == "Site");
  CHECK(edition_views(site, 0).share_image == at(shared(), "open_graph.image"));
}
