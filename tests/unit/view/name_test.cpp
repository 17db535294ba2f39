#include "view/name.h"

#include <string>

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("a name is the same however it came to be") {
  const std::string text = "topics";
  CHECK(Name("topics") == Name::of(text));
  CHECK(Name("topics") == Name::kept(text));
  CHECK_FALSE(Name("topics") == Name("topic"));
  CHECK(Name::of("").text().empty());
}

TEST_CASE("a kept name outlives the text it was made of, and is kept once") {
  const Name name =
      Name::kept(std::string("a name that is longer than what a string holds itself"));
  CHECK(name.text() == "a name that is longer than what a string holds itself");
  CHECK(Name::kept(std::string(name.text())).text().data() == name.text().data());
}

TEST_CASE("a list has a flag of its name") {
  CHECK(ListName<"topics">::list == Name("topics"));
  CHECK(ListName<"topics">::has == Name("has_topics"));
}
