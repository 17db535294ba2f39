#include "model/address.h"

#include <algorithm>

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("every kind of page has its folder, below the language's") {
  CHECK(home_address("") == "/");
  CHECK(home_address("/fr") == "/fr/");
  CHECK(cluster_address("", "light") == "/clusters/light/");
  CHECK(initiative_address("/fr", "lamp") == "/fr/initiatives/lamp/");
  CHECK(topic_address("", "energy") == "/topics/energy/");
  CHECK(country_address("", "fr") == "/countries/fr/");
  CHECK(free_page_address("/fr", "about") == "/fr/about/");
  CHECK(compare_address("/fr") == "/fr/compare/");
  CHECK(statistics_address("") == "/statistics/");
  CHECK(open_data_address("") == "/data/");
  CHECK(contribute_address("/fr") == "/fr/contribute/");
}

TEST_CASE("the first page of a list is the list") {
  CHECK(list_page_address("/clusters/x/", 1) == "/clusters/x/");
  CHECK(list_page_address("/clusters/x/", 2) == "/clusters/x/page/2/");
  CHECK(list_page_address("/", 4294967295U) == "/page/4294967295/");
}

TEST_CASE("a page is an index.html in its folder, a file itself") {
  CHECK(output_path("/") == "index.html");
  CHECK(output_path("/clusters/x/") == "clusters/x/index.html");
  CHECK(output_path("/feed.xml") == "feed.xml");
  CHECK(output_path("/fr/404.html") == "fr/404.html");
}

TEST_CASE("a link begins with the base path") {
  CHECK(href("/", "/feed.xml") == "/feed.xml");
  CHECK(href("/a/b/", "/clusters/x/#goals") == "/a/b/clusters/x/#goals");
  CHECK(href("/a/", "/") == "/a/");
  CHECK(absolute_url("https://example.eu/a/", "/clusters/x/") ==
        "https://example.eu/a/clusters/x/");
}

TEST_CASE("what an address can't hold is percent-encoded") {
  CHECK(href("/", "/initiatives/x/ein Bild.jpg") == "/initiatives/x/ein%20Bild.jpg");
  CHECK(href("/", "/initiatives/x/été.pdf#page=2") == "/initiatives/x/%C3%A9t%C3%A9.pdf#page=2");
  CHECK(href("/", "/x/\"<>%.pdf") == "/x/%22%3C%3E%25.pdf");
  CHECK(href("/", "/x/#énergie-#2") == "/x/#%C3%A9nergie-%232");
}

TEST_CASE("a question mark begins a query after a page's address only") {
  CHECK(href("/", "/search/?q=a?b") == "/search/?q=a?b");
  CHECK(href("/", "/initiatives/x/what?.pdf") == "/initiatives/x/what%3F.pdf");
  CHECK(href("/", "/x/#why?") == "/x/#why?");
}

TEST_CASE("the folders of the site's own pages are reserved") {
  const auto names = reserved_names();
  for (const char* name : {"clusters", "initiatives", "topics", "countries", "search", "projects",
                           "statistics", "contribute", "embed", "page"}) {
    CAPTURE(name);
    CHECK(std::find(names.begin(), names.end(), name) != names.end());
  }
  CHECK(std::find(names.begin(), names.end(), "about") == names.end());
}

}  // namespace lamppost::test
