#include "data/catalogue_diff.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.h"

namespace lamppost::test {
namespace {

/// A catalogue of these lists (`"initiatives": […]`), in a language.
FormerCatalogue catalogue(const std::string& lists, const std::string& language = "en") {
  Diagnostics diagnostics;
  const std::string home = language == "en" ? "" : language + "/";
  const auto read = former_catalogue(
      "c.json",
      R"({"$schema": "https://a.eu/x/catalogue.schema.json", "url": "https://a.eu/x/)" + home +
          R"(", "language": ")" + language + "\"" + (lists.empty() ? "" : ", ") + lists +
          (lists.find("\"initiatives\": [") == std::string::npos ? R"(, "initiatives": [])" : "") +
          "}",
      diagnostics, Detail::words);
  REQUIRE(read.has_value());
  return *read;
}

std::string page(const std::string& slug, const std::string& more = "",
                 const std::string& folder = "initiatives/", const std::string& language = "en") {
  return R"({"slug": ")" + slug + R"(", "language": ")" + language + R"(", "title": "T )" + slug +
         R"(", "url": "https://a.eu/x/)" + folder + slug + "/\"" +
         (more.empty() ? "" : ", " + more) + "}";
}

std::string initiatives(const std::string& pages) { return "\"initiatives\": [" + pages + "]"; }

CatalogueDiff between(const std::string& before, const std::string& after) {
  const std::vector<FormerCatalogue> old = {catalogue(before)};
  const std::vector<FormerCatalogue> now = {catalogue(after)};
  return compare_catalogues(old, now);
}

}  // namespace

TEST_CASE("the same catalogue has no differences") {
  const std::string all = initiatives(page("a") + "," + page("b", R"("aliases": ["/old/"])"));
  CHECK(between(all, all).empty());
}

TEST_CASE("a page is added, or removed, which loses its address") {
  const CatalogueDiff diff =
      between(initiatives(page("a")), initiatives(page("b", R"("goal": "Light")")));
  REQUIRE(diff.pages.size() == 2);
  CHECK(diff.pages[0].fate == PageFate::added);
  CHECK(diff.pages[0].title == "T b");
  CHECK(diff.pages[0].address == "/initiatives/b/");
  CHECK(diff.pages[0].keys.empty());
  CHECK(diff.pages[1].fate == PageFate::removed);
  CHECK(diff.pages[1].leads_to.empty());
  CHECK(diff.lost == std::vector<std::string>{"/initiatives/a/"});
}

TEST_CASE("a changed page says which keys changed, and what they said where a line can hold it") {
  const CatalogueDiff diff =
      between(initiatives(page("a", R"("goal": "Light", "members": {"count": 1, "entries": []},
        "documents": {"count": 1, "entries": [{"title": "x"}]}, "text_hash": "1", "weight": 2,
        "contact": {"name": "Ada", "email": null}, "topics": ["A", "B"], "updated": null)")),
              initiatives(page("a", R"("goal": null, "members": {"count": 2, "entries": []},
        "documents": {"count": 1, "entries": [{"title": "y"}]}, "text_hash": "2", "weight": 3,
        "contact": {"name": "Bo", "email": "b@a.eu"}, "topics": ["a", "C"],
        "updated": "2026-11-22")")));
  REQUIRE(diff.pages.size() == 1);
  CHECK(diff.pages[0].fate == PageFate::changed);
  CHECK(diff.pages[0].keys == std::vector<KeyChange>{{"goal", "Light", ""},
                                                     {"text", "", ""},
                                                     {"members", "1", "2"},
                                                     {"documents", "", ""},
                                                     {"topics", "A, B", "a, C"},
                                                     {"contact", "Ada", "Bo, b@a.eu"},
                                                     {"updated", "", "2026-11-22"},
                                                     {"weight", "2", "3"}});
  CHECK(diff.lost.empty());
}

TEST_CASE("a page has moved where its new address takes over the old one") {
  const CatalogueDiff diff =
      between(initiatives(page("a", R"("goal": "Light")")),
              initiatives(page("b", R"("goal": "Dark", "aliases": ["/initiatives/a"])")));
  REQUIRE(diff.pages.size() == 1);
  CHECK(diff.pages[0].fate == PageFate::moved);
  CHECK(diff.pages[0].former_address == "/initiatives/a/");
  CHECK(diff.pages[0].address == "/initiatives/b/");
  CHECK(diff.pages[0].keys ==
        std::vector<KeyChange>{{"title", "T a", "T b"}, {"goal", "Light", "Dark"}});
  CHECK(diff.lost.empty());
}

TEST_CASE("a page that is taken out may lead to another that was there before") {
  const CatalogueDiff diff = between(initiatives(page("a") + "," + page("b", R"("aliases": [])")),
                                     initiatives(page("b", R"("aliases": ["/initiatives/a/"])")));
  REQUIRE(diff.pages.size() == 2);
  CHECK(diff.pages[0].fate == PageFate::changed);
  CHECK(diff.pages[0].keys == std::vector<KeyChange>{{"aliases", "", "/initiatives/a/"}});
  CHECK(diff.pages[1].fate == PageFate::removed);
  CHECK(diff.pages[1].leads_to == "/initiatives/b/");
  CHECK(diff.lost.empty());
}

TEST_CASE("an alias that is taken away and the page of a topic or country are lost addresses") {
  const CatalogueDiff diff =
      between(initiatives(page("a", R"("aliases": ["/old.html", "/older"])")) + R"(, "topics": [)" +
                  page("iot", "", "topics/") +
                  R"(], "countries": [{"code": "FR", "url": "https://a.eu/x/countries/fr/"}])",
              initiatives(page("a", R"("aliases": [])")));
  CHECK(diff.lost ==
        std::vector<std::string>{"/countries/fr/", "/old.html", "/older/", "/topics/iot/"});
}

TEST_CASE("clusters and free pages are compared too, and the figures of the whole") {
  const CatalogueDiff diff =
      between(R"("totals": {"initiatives": 2, "members": 5, "clusters": 1}, "clusters": [)" +
                  page("light", R"("summary": "One")", "clusters/") + R"(], "pages": [)" +
                  page("about", R"("menu": false)", "") + "]",
              R"("totals": {"initiatives": 3, "members": 5, "clusters": 1}, "clusters": [)" +
                  page("light", R"("summary": "Two")", "clusters/") + R"(], "pages": [)" +
                  page("about", R"("menu": true)", "") + "]");
  REQUIRE(diff.pages.size() == 2);
  CHECK(diff.pages[0].kind == "cluster");
  CHECK(diff.pages[1].kind == "page");
  CHECK(diff.pages[1].keys == std::vector<KeyChange>{{"menu", "false", "true"}});
  CHECK(diff.totals == std::vector<TotalChange>{{"initiatives", 2, 3}});
}

TEST_CASE("where the site is says nothing") {
  Diagnostics none;
  const auto at = [&](const std::string& base) {
    return *former_catalogue("c.json",
                             R"({"$schema": ")" + base + R"(catalogue.schema.json", "url": ")" +
                                 base + R"(", "language": "en", "initiatives": [{"slug": "a",
                                 "title": "A", "url": ")" +
                                 base + R"(initiatives/a/",
                                 "image": {"src": ")" +
                                 base + R"(initiatives/a/p.png"}}]})",
                             none, Detail::words);
  };
  const std::vector<FormerCatalogue> old = {at("https://a.eu/x/")};
  const std::vector<FormerCatalogue> now = {at("http://localhost:1/")};
  CHECK(compare_catalogues(old, now).empty());
}

TEST_CASE("another language tells what it alone says, and its lost addresses") {
  const auto site = [](const std::string& goal, const std::string& french, bool has_b) {
    return std::vector<FormerCatalogue>{
        catalogue(initiatives(page("a", R"("members": {"count": )" + goal + R"(}, "goal": "x")") +
                              "," + page("b"))),
        catalogue(
            initiatives(page("a",
                             R"("members": {"count": )" + goal + R"(}, "goal": ")" + french + "\"",
                             "fr/initiatives/", "fr") +
                        (has_b ? "," + page("b", "", "fr/initiatives/", "fr") : "")),
            "fr")};
  };
  const CatalogueDiff diff =
      compare_catalogues(site("1", "avant", true), site("2", "après", false));
  REQUIRE(diff.pages.size() == 2);
  CHECK(diff.pages[0].language == "en");
  CHECK(diff.pages[1].language == "fr");
  CHECK(diff.pages[1].keys == std::vector<KeyChange>{{"goal", "avant", "après"}});
  CHECK(diff.lost == std::vector<std::string>{"/fr/initiatives/b/"});
}

}  // namespace lamppost::test
