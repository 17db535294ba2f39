#include "check/name_index.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("the nearest name is sought in one folder") {
  NameIndex index;
  index.add("clusters/", "citizen-focus");
  index.add("initiatives/", "citizen-city");
  CHECK(index.nearest_in("clusters/", "citizens-focus") == "citizen-focus");
  CHECK_FALSE(index.nearest_in("initiatives/", "humble-lamppost").has_value());
  CHECK_FALSE(index.nearest_in("pages/", "citizen-focus").has_value());
}

TEST_CASE("a name is found in every folder that has it") {
  NameIndex index;
  index.add("clusters/", "light");
  index.add("initiatives/", "light");
  index.add("initiatives/", "lamp");
  CHECK(index.folders_with("light") == std::vector<std::string>{"clusters/", "initiatives/"});
  CHECK(index.folders_with("dark").empty());
  CHECK(index.names_in("initiatives/") == std::vector<std::string>{"light", "lamp"});
  CHECK(index.names_in("pages/").empty());
}

TEST_CASE("after too much comparing there are no more suggestions") {
  NameIndex index;
  for (int i = 0; i < 1000; ++i) index.add("", "name-" + std::to_string(i));
  std::size_t suggestions = 0;
  for (int i = 0; i < 1500; ++i) suggestions += index.nearest_in("", "name-1").has_value() ? 1 : 0;
  CHECK(suggestions == 1000);
}

}  // namespace lamppost::test
