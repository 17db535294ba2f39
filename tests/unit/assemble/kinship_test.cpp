#include "assemble/kinship.h"

#include <numeric>

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

using Ids = std::vector<InitiativeId>;

/// The slugs of what is related to an initiative.
std::vector<std::string> related_to(const Site& site, const std::string& slug) {
  std::vector<std::string> slugs;
  for (const InitiativeId id : local_initiative(site, slug).related) {
    slugs.push_back(site.editions.front().initiatives[id].initiative->origin.slug);
  }
  return slugs;
}

using Slugs = std::vector<std::string>;

/// A term that all initiatives below a number have.
Term term_of(std::size_t count) {
  Term term;
  term.initiatives.resize(count);
  std::iota(term.initiatives.begin(), term.initiatives.end(), 0U);
  return term;
}

}  // namespace

TEST_CASE("named initiatives come first, then those nearest by projects, topics and countries") {
  const Site site = site_of({
      cluster("light"),
      initiative("a")
          .in("light")
          .related({"last"})
          .topics({"iot", "sea"})
          .countries({"FR"})
          .project({"P", "", "1", ""}),
      initiative("by-country").in("light").countries({"FR"}),
      initiative("by-project").in("light").project({"P", "", "1", ""}),
      initiative("by-topic").in("light").topics({"IoT"}),
      initiative("by-topics").in("light").topics({"iot", "sea"}).countries({"FR"}),
      initiative("last").in("light"),
      initiative("names-it").in("light").related({"a"}),
      initiative("stranger").in("light").topics({"other"}),
  });
  CHECK(related_to(site, "a") ==
        Slugs{"last", "names-it", "by-topics", "by-project", "by-topic", "by-country"});
  CHECK(local_initiative(site, "a").named == 1);
  CHECK(related_to(site, "names-it") == Slugs{"a"});
  CHECK(related_to(site, "stranger").empty());
}

TEST_CASE("of initiatives equally near those of the same cluster come first, then by slug") {
  const Site site =
      site_of({cluster("light"), cluster("dark"), initiative("a").in("light").topics({"t"}),
               initiative("b").in("dark").topics({"t"}), initiative("c").topics({"t"}),
               initiative("d").in("light").topics({"t"})});
  CHECK(related_to(site, "a") == Slugs{"d", "b", "c"});
  CHECK(related_to(site, "c") == Slugs{"a", "b", "d"});
}

TEST_CASE("six are shown, and what is named is never left out") {
  std::vector<ParsedFile> files;
  for (const char* const slug : {"b", "c", "d", "e", "f", "g", "h", "i"}) {
    files.emplace_back(initiative(slug).topics({"t"}));
  }
  files.emplace_back(initiative("a").topics({"t"}));
  files.emplace_back(initiative("z").related({"b", "c", "d", "e", "f", "g", "h"}).topics({"t"}));
  const Site site = site_of(files);
  CHECK(related_to(site, "a").size() == 6);
  CHECK(related_to(site, "z") == Slugs{"b", "c", "d", "e", "f", "g", "h"});
}

TEST_CASE("a term that very many have says nothing") {
  const std::vector<Term> common = {term_of(most_sharing + 1)};
  const std::vector<Term> rare = {term_of(most_sharing)};
  Kinships known;
  known.named.resize(most_sharing + 1);
  known.clusters.resize(most_sharing + 1);
  CHECK(find_kin(known, {{common, topic_kinship}}).front().empty());
  CHECK(find_kin(known, {{rare, topic_kinship}}).front() == Ids{1, 2, 3, 4, 5, 6});
}

TEST_CASE("what is related is the same in every language") {
  const Site site =
      site_of({settings().language("fr"), initiative("a").topics({"t"}),
               initiative("b").titled("Z").topics({"t"}), initiative("c").titled("Y").topics({"t"}),
               initiative("b").in_language("fr").titled("A")});
  CHECK(local_initiative(site, "a", 0).related == local_initiative(site, "a", 1).related);
}

}  // namespace lamppost::test
