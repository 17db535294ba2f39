#include "check/similar.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<Diagnostic> told_similar(const Site& site) {
  Diagnostics diagnostics;
  check_similar(site, diagnostics);
  return diagnostics.list();
}

Site site_with_titles(const std::string& one, const std::string& other) {
  return site_of({cluster("light"), initiative("a").in("light").titled(one),
                  initiative("b").in("light").titled(other)});
}

Site site_with_websites(const std::string& one, const std::string& other) {
  auto first = initiative("a").in("light").noun();
  auto second = initiative("b").in("light").noun();
  first.website = one;
  second.website = other;
  return site_of({cluster("light"), ParsedFile{first, {}}, ParsedFile{second, {}}});
}

}  // namespace

TEST_CASE("titles that differ in what does not count are told at the later one") {
  for (const char* title : {"Humble Lamppost", "The humble lampposts", "Humble Lamp-Post!",
                            "Hümble  Lampposts", "Humble Lamppost Initiative"}) {
    CAPTURE(title);
    const Site site = site_with_titles("Humble Lamppost", title);
    const auto found = told_similar(site);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == Code::similar_initiative);
    CHECK(found[0].file == "content/initiatives/b.md");
    REQUIRE(found[0].notes.size() == 1);
    CHECK(found[0].notes[0].file == "content/initiatives/a.md");
  }
}

TEST_CASE("titles that differ in a word, a number or a script are others") {
  CHECK(told_similar(site_with_titles("Humble Lamppost", "Humble Lamp")).empty());
  CHECK(told_similar(site_with_titles("Phase 1", "Phase 2")).empty());
  CHECK(told_similar(site_with_titles("Bus", "Bu")).empty());
  CHECK(told_similar(site_with_titles("The initiative", "A project")).empty());
}

TEST_CASE("websites that lead to the same page are told") {
  for (const char* url :
       {"https://example.eu/a", "http://www.Example.eu/a/", "https://example.eu/a#b"}) {
    CAPTURE(url);
    CHECK(told_similar(site_with_websites("https://example.eu/a", url)).size() == 1);
  }
  CHECK(told_similar(site_with_websites("https://example.eu/a", "https://example.eu/A")).empty());
  CHECK(told_similar(site_with_websites("https://example.eu/", "https://example.eu/a")).empty());
  CHECK(told_similar(site_with_websites("", "")).empty());
}

TEST_CASE("of three of a title the second and the third are told, each of the first") {
  const Site site = site_of({cluster("light"), initiative("a").in("light").titled("X y"),
                             initiative("b").in("light").titled("X-Y"),
                             initiative("c").in("light").titled("The X y")});
  const auto found = told_similar(site);
  REQUIRE(found.size() == 2);
  CHECK(found[1].notes[0].file == "content/initiatives/a.md");
}

}  // namespace lamppost::test
