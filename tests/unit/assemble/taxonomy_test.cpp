#include "assemble/taxonomy.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::vector<PageGroup<Initiative>> pages(const std::vector<InitiativeBuilder>& builders) {
  std::vector<PageGroup<Initiative>> groups;
  for (const auto& builder : builders) groups.push_back({builder.noun(), 0, {}});
  return groups;
}

using Ids = std::vector<InitiativeId>;

}  // namespace

TEST_CASE("topics are merged without regard to case under the most frequent spelling") {
  const auto topics = merged_topics(
      pages({initiative("a").topics({"iot"}), initiative("b").topics({"IoT", "Énergie"}),
             initiative("c").topics({"IoT"})}));
  REQUIRE(topics.size() == 2);
  CHECK(topics[0].name == "IoT");
  CHECK(topics[0].slug == "iot");
  CHECK(topics[0].initiatives == Ids{0, 1, 2});
  CHECK(topics[1].name == "Énergie");
  CHECK(topics[1].slug == "energie");
}

TEST_CASE("of spellings equally frequent the first by bytes is shown") {
  const auto topics =
      merged_topics(pages({initiative("a").topics({"iot"}), initiative("b").topics({"IoT"})}));
  REQUIRE(topics.size() == 1);
  CHECK(topics[0].name == "IoT");
}

TEST_CASE("an initiative that says a topic twice has it once") {
  const auto topics = merged_topics(pages({initiative("a").topics({"IoT", "iot"})}));
  REQUIRE(topics.size() == 1);
  CHECK(topics[0].initiatives == Ids{0});
}

TEST_CASE("a topic that gives no slug is left out") {
  CHECK(merged_topics(pages({initiative("a").topics({"???"})})).empty());
}

TEST_CASE("a country's address is its code in small letters") {
  const auto countries = merged_countries(
      pages({initiative("a").countries({"FR", "AT", "FR"}), initiative("b").countries({"FR"})}));
  REQUIRE(countries.size() == 2);
  CHECK(countries[0].code == "AT");
  CHECK(countries[1].slug == "fr");
  CHECK(countries[1].initiatives == Ids{0, 1});
}

TEST_CASE("projects are merged by grant number under their most frequent title and programme") {
  const auto projects = merged_projects(pages(
      {initiative("a").project({"SHARING", "", "691895", "H2020"}).project({"None", "", "", ""}),
       initiative("b").project({"Sharing Cities", "", "691895", ""}),
       initiative("c")
           .project({"Sharing Cities", "", "691895", "Horizon 2020"})
           .project({"Sharing Cities", "", "691895", "Horizon 2020"}),
       initiative("d").project({"First", "", "101006601", ""})}));
  REQUIRE(projects.size() == 2);
  CHECK(projects[0].slug == "101006601");
  CHECK(projects[0].programme.empty());
  CHECK(projects[1].code == "691895");
  CHECK(projects[1].name == "Sharing Cities");
  CHECK(projects[1].programme == "Horizon 2020");
  CHECK(projects[1].initiatives == Ids{0, 1, 2});
}

TEST_CASE("terms are ordered by name in the language, their initiatives by title") {
  std::vector<Term> terms = {{"zone", "", "Zone", "fr", {}},
                             {"ecole", "", "École", "fr", {0, 1, 2}}};
  const Ids by_title = {2, 0, 1};
  const auto ordered = in_order(terms, Language("fr"), by_title);
  CHECK(ordered[0].name == "École");
  CHECK(ordered[0].initiatives == Ids{2, 0, 1});
  CHECK(ordered[1].name == "Zone");
}

}  // namespace lamppost::test
