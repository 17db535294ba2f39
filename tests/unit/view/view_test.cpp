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
  set_list<"cards">(view, {});
  set_list<"topics">(view, {View("x")});
  CHECK(*view.find("has_cards") == View(false));
  CHECK(*view.find("has_topics") == View(true));
  CHECK(view.find("topics")->list()->size() == 1);
}

TEST_CASE("a shared view is as the view itself, and has its hash") {
  const View plain(View::Map{{"title", "Lamp"}, {"tags", View::List{"a", "b"}}});
  const View shared = View::shared(plain);
  CHECK(shared == plain);
  CHECK(shared.hash() == plain.hash());
  CHECK(shared.find("tags")->list()->size() == 2);
  const View around(View::Map{{"card", shared}});
  CHECK(around.hash() == View(View::Map{{"card", plain}}).hash());
}

TEST_CASE("a shared view keeps what it was printed as, by program") {
  const View shared = View::shared(View::Map{{"title", "Lamp"}});
  CHECK(shared.kept({1, 1}) == nullptr);
  shared.keep({1, 1}, "<b>Lamp</b>");
  shared.keep({1, 2}, "Lamp");
  const View copy = shared;
  REQUIRE(copy.kept({1, 1}) != nullptr);
  CHECK(*copy.kept({1, 1}) == "<b>Lamp</b>");
  CHECK(*copy.kept({1, 2}) == "Lamp");
  CHECK(copy.kept({2, 1}) == nullptr);
}

TEST_CASE("a view that is not shared keeps nothing") {
  const View view(View::Map{{"title", "Lamp"}});
  view.keep({1, 1}, "Lamp");
  CHECK(view.kept({1, 1}) == nullptr);
  View changed = View::shared(view);
  changed.keep({1, 1}, "Lamp");
  changed.set("more", true);
  CHECK(changed.kept({1, 1}) == nullptr);
}

TEST_CASE("a shared view that is changed becomes a view of its own") {
  const View shared = View::shared(View::Map{{"title", "Lamp"}});
  View changed = shared;
  changed.set("more", "x");
  CHECK(changed.find("more") != nullptr);
  CHECK(shared.find("more") == nullptr);
}

TEST_CASE("views that differ in anything have other hashes") {
  const std::vector<View> views = {false,
                                   true,
                                   "",
                                   "a",
                                   Html("a"),
                                   View::List{},
                                   View::List{"a"},
                                   View::List{"a", "a"},
                                   View::List{View::List{"a"}},
                                   View::Map{},
                                   View::Map{{"a", "b"}},
                                   View::Map{{"ab", ""}},
                                   View::Map{{"a", View::Map{{"b", "c"}}}},
                                   View::Map{{"a", "b"}, {"c", "d"}},
                                   View::Map{{"c", "d"}, {"a", "b"}},
                                   View::Map{{"a", Html("b")}}};
  for (std::size_t a = 0; a < views.size(); ++a) {
    for (std::size_t b = 0; b < views.size(); ++b) {
      INFO(a << " and " << b);
      CHECK((views[a].hash() == views[b].hash()) == (a == b));
    }
  }
}
