#include "view/view.h"

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("a view is the flag false until something is put in") {
  const View view;
  REQUIRE(view.flag() != nullptr);
  CHECK_FALSE(*view.flag());
  CHECK(view.find("name") == nullptr);
}

TEST_CASE("a literal is a text, not a flag") {
  const View view("text");
  REQUIRE(view.text() != nullptr);
  CHECK(*view.text() == "text");
  CHECK(view.flag() == nullptr);
}

TEST_CASE("a name is found in a map by its whole name") {
  View view;
  view.set("title", "A");
  view.set("titles", "B");
  REQUIRE(view.find("title") != nullptr);
  CHECK(*view.find("title")->text() == "A");
  CHECK(view.find("titl") == nullptr);
}

TEST_CASE("an empty text is false, so that a section over it stays closed") {
  CHECK(optional_text("") == View(false));
  CHECK(optional_text("x") == View("x"));
  CHECK(optional_html(Html()) == View(false));
  CHECK(optional_html(Html("<p>x</p>")).html() != nullptr);
}

TEST_CASE("a list comes with a flag that says whether it has an entry") {
  View view;
  set_list(view, "cards", {});
  set_list(view, "topics", {View("x")});
  CHECK(*view.find("has_cards") == View(false));
  CHECK(*view.find("has_topics") == View(true));
  CHECK(view.find("topics")->list()->size() == 1);
}
