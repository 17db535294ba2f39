#include "assemble/edition.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<std::string> slugs(const Edition& edition, const std::vector<InitiativeId>& ids) {
  std::vector<std::string> result;
  for (const InitiativeId id : ids)
    result.push_back(edition.initiatives[id].initiative->origin.slug);
  return result;
}

using Slugs = std::vector<std::string>;

}  // namespace

TEST_CASE("the home page lists cluster by cluster, each by weight, then title") {
  const Site site = site_of(
      {cluster("b").weight(1), cluster("a"), initiative("x").in("a").titled("Éclair"),
       initiative("y").in("a").titled("Eau"), initiative("z").in("a").titled("Zoo").weight(5),
       initiative("w").in("b").titled("W"), initiative("lost").in("nowhere")});
  const Edition& edition = site.editions[0];
  CHECK(slugs(edition, edition.order) == Slugs{"w", "z", "y", "x", "lost"});
  CHECK(slugs(edition, edition.clusters[0].leads) == Slugs{"z", "y", "x"});
}

TEST_CASE("an initiative in a cluster that isn't there is in none") {
  const Site site = site_of({initiative("x").in("nowhere")});
  CHECK_FALSE(local_initiative(site, "x").cluster.has_value());
}

TEST_CASE("another cluster lists an initiative apart, its totals count only what it leads") {
  const Site site =
      site_of({cluster("a"), cluster("b"),
               initiative("x").in("a").also_in({"b", "b", "a", "c"}).figures(1, 2, 3, 4),
               initiative("y").in("b").figures(10, 20, 30, 40)});
  const Edition& edition = site.editions[0];
  CHECK(local_initiative(site, "x").also_in == std::vector<ClusterId>{1});
  CHECK(slugs(edition, edition.clusters[1].lists) == Slugs{"x"});
  CHECK(slugs(edition, edition.clusters[1].leads) == Slugs{"y"});
  CHECK(edition.clusters[0].lists.empty());
  CHECK(edition.clusters[1].totals == Figures{10, 20, 30, 40});
  CHECK(edition.totals == Figures{11, 22, 33, 44});
}

TEST_CASE("related initiatives are those that exist, each once, in the order written") {
  const Site site = site_of(
      {initiative("x").related({"z", "x", "gone", "y", "z"}), initiative("y"), initiative("z")});
  CHECK(slugs(site.editions[0], local_initiative(site, "x").related) == Slugs{"z", "y"});
}

TEST_CASE("a summary is what was given, else the goal, else the first paragraph") {
  const Site site = site_of(
      {initiative("a").summary("Sum").goal("Goal").saying("Text"),
       initiative("b").goal("Goal").saying("Text"), initiative("c").saying("Text"), initiative("d"),
       cluster("e").saying("Text"), cluster("f").summary("Sum").saying("Text")});
  CHECK(local_initiative(site, "a").summary == "Sum");
  CHECK(local_initiative(site, "b").summary == "Goal");
  CHECK(local_initiative(site, "c").summary == "Text");
  CHECK(local_initiative(site, "d").summary.empty());
  CHECK(site.editions[0].clusters[0].summary == "Text");
  CHECK(site.editions[0].clusters[1].summary == "Sum");
}

TEST_CASE("a translation's summary is in its own words where it has any") {
  const Site site =
      site_of({settings().language("fr"), initiative("a").summary("Sum").goal("Goal"),
               initiative("a").in_language("fr").goal("But"), initiative("b").summary("Sum"),
               initiative("b").in_language("fr").titled("B").saying("Texte"),
               initiative("c").summary("Sum"), initiative("c").in_language("fr").titled("C")});
  CHECK(local_initiative(site, "a", 1).summary == "But");
  CHECK(local_initiative(site, "b", 1).summary == "Texte");
  CHECK(local_initiative(site, "c", 1).summary == "Sum");
}

TEST_CASE("a teaser has the length that the settings say") {
  const Site site =
      site_of({settings().teaser_length(12), initiative("a").goal("Ten million lampposts")});
  CHECK(local_initiative(site, "a").teaser == "Ten million…");
}

TEST_CASE("a page is translated in its edition, and as it is in the others") {
  const Site site = site_of({settings().language("fr").language("de"),
                             initiative("a").titled("Lamp").saying("Light"),
                             initiative("a").in_language("fr").titled("Lampe").saying("Lumière")});
  CHECK(local_initiative(site, "a", 0).initiative->title.value == "Lamp");
  CHECK(local_initiative(site, "a", 1).initiative->title.value == "Lampe");
  CHECK(local_initiative(site, "a", 2).initiative->title.value == "Lamp");
  CHECK(local_initiative(site, "a", 0).language == "en");
  CHECK(local_initiative(site, "a", 1).language == "fr");
  CHECK(local_initiative(site, "a", 2).language == "en");
  for (std::size_t edition = 0; edition < 3; ++edition) {
    CHECK(local_initiative(site, "a", edition).translations ==
          std::vector<std::string>{"en", "fr"});
  }
  CHECK(site.bodies[local_initiative(site, "a", 1).body].text.plain_text == "Lumière");
  CHECK(local_initiative(site, "a", 2).body == local_initiative(site, "a", 0).body);
}

TEST_CASE("a translation without a text of its own shows the page's") {
  const Site site = site_of({settings().language("fr"), initiative("a").saying("Light"),
                             initiative("a").in_language("fr").titled("Lampe")});
  CHECK(local_initiative(site, "a", 1).body == local_initiative(site, "a", 0).body);
  CHECK(local_initiative(site, "a", 1).language == "fr");
}

TEST_CASE("each language sorts by its own titles and names") {
  const Site site = site_of({settings().language("fr"), cluster("c"),
                             initiative("x").in("c").titled("Apple").countries({"DE", "GB"}),
                             initiative("x").in_language("fr").titled("Pomme"),
                             initiative("y").in("c").titled("Pear").countries({"DE"}),
                             initiative("y").in_language("fr").titled("Orange")});
  CHECK(slugs(site.editions[0], site.editions[0].order) == Slugs{"x", "y"});
  CHECK(slugs(site.editions[1], site.editions[1].order) == Slugs{"y", "x"});
  CHECK(site.editions[0].countries[0].name == "Germany");
  CHECK(site.editions[1].countries[0].name == "Allemagne");
  CHECK(slugs(site.editions[1], site.editions[1].countries[0].initiatives) == Slugs{"y", "x"});
}

TEST_CASE("an initiative knows its topics and countries in the edition's order") {
  const Site site = site_of({initiative("x").topics({"Water", "Air"}).countries({"SE", "AT"}),
                             initiative("y").topics({"air"})});
  const Edition& edition = site.editions[0];
  const LocalInitiative& local = local_initiative(site, "x");
  REQUIRE(local.topics.size() == 2);
  CHECK(edition.topics[local.topics[0]].name == "Air");
  CHECK(edition.topics[local.topics[1]].name == "Water");
  REQUIRE(local.countries.size() == 2);
  CHECK(edition.countries[local.countries[0]].code == "AT");
}

TEST_CASE("a home page without a file has the site's title") {
  const Site site = site_of({settings().titled("Our catalogue").language("fr")});
  CHECK(site.editions[0].home.page->title.value == "Our catalogue");
  CHECK(site.editions[1].home.language == "fr");
  CHECK(site.bodies[site.editions[1].home.body].text.html.empty());
}

TEST_CASE("a home page with a file says what it says") {
  const Site site = site_of({home().titled("Welcome").saying("Hello")});
  CHECK(site.editions[0].home.page->title.value == "Welcome");
  CHECK(site.bodies[site.editions[0].home.body].text.plain_text == "Hello");
  CHECK(site.by_source.at("_index.md").kind == PageRef::Kind::home);
}

TEST_CASE("free pages are ordered by weight, then title") {
  const Site site = site_of({free_page("a").titled("Zebra"), free_page("b").titled("Ape"),
                             free_page("c").titled("Yak").weight(2)});
  CHECK(site.editions[0].page_order == std::vector<FreePageId>{2, 1, 0});
}

}  // namespace lamppost::test
