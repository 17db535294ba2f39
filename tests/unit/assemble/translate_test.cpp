#include "assemble/translate.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

Initiative french(InitiativeBuilder builder) { return builder.in_language("fr").noun(); }

}  // namespace

TEST_CASE("a translation gives the words, its page everything else") {
  const Initiative page = initiative("lamp")
                              .titled("Lamp")
                              .goal("Shine")
                              .in("light")
                              .figures(18, 17, 0, 9)
                              .status(Status::planned)
                              .noun();
  const Initiative result =
      translated(page, initiative("lamp").in_language("fr").titled("Lampe").goal("Briller").noun());
  CHECK(result.title.value == "Lampe");
  CHECK(result.goal == "Briller");
  CHECK(result.cluster.value == "light");
  CHECK(result.members.count == 18);
  CHECK(result.status == Status::planned);
  CHECK(result.origin.path == "initiatives/lamp.fr.md");
}

TEST_CASE("what a translation leaves out is the page's") {
  const Initiative page = initiative("lamp").titled("Lamp").goal("Shine").summary("Sum").noun();
  const Initiative result = translated(page, french(initiative("lamp")));
  CHECK(result.title.value == "Lamp");
  CHECK(result.goal == "Shine");
  CHECK(result.summary == "Sum");
}

TEST_CASE("entries are matched by their place, and none is added") {
  InitiativeBuilder page = initiative("lamp");
  page.member({"City of Vienna", "https://wien.example", "AT", "Lead"})
      .member({"Lyon", "", "FR", ""});
  page.milestone("2018-06-29", "Signed");
  InitiativeBuilder translation = initiative("lamp").in_language("fr");
  translation.member({"Ville de Vienne", "", "", "Pilote"}).member({}).member({"Rome", "", "", ""});
  translation.milestone("2001-01-01", "Signé").milestone("2002-01-01", "Rien");
  const Initiative result = translated(page.noun(), translation.noun());
  REQUIRE(result.members.entries.size() == 2);
  CHECK(result.members.entries[0] ==
        Member{"Ville de Vienne", "https://wien.example", "AT", "Pilote"});
  CHECK(result.members.entries[1].name == "Lyon");
  CHECK(result.members.count == 2);
  REQUIRE(result.milestones.size() == 1);
  CHECK(result.milestones[0].title == "Signé");
  CHECK(iso_date(result.milestones[0].date) == "2018-06-29");
}

TEST_CASE("the unit of a target is translated, its value is not") {
  const Initiative page = initiative("lamp").target(10'000'000, "lampposts").noun();
  const Initiative result =
      translated(page, initiative("lamp").in_language("fr").target(1, "lampadaires").noun());
  REQUIRE(result.target.has_value());
  CHECK(*result.target == Target{10'000'000, "lampadaires", std::nullopt});
  CHECK_FALSE(translated(initiative("x").noun(), page).target.has_value());
}

TEST_CASE("the words for a picture are translated, the picture is not") {
  const Initiative page = initiative("lamp").image("a.jpg", "A lamp").noun();
  const Initiative result =
      translated(page, initiative("lamp").in_language("fr").image("b.jpg", "Une lampe").noun());
  REQUIRE(result.image.has_value());
  CHECK(result.image->src.value == "a.jpg");
  CHECK(result.image->alt == "Une lampe");
}

TEST_CASE("extra tables are joined key by key") {
  Cluster page = cluster("light").extra("colour", "blue").extra("slogan", "Light up").noun();
  page.extra.push_back(
      {"box", {}, {ValueMap{{"icon", {}, {"lamp", {}}}, {"text", {}, {"Hello", {}}}}, {}}});
  Cluster translation = cluster("light").in_language("fr").extra("slogan", "Allumez").noun();
  translation.extra.push_back({"box", {}, {ValueMap{{"text", {}, {"Bonjour", {}}}}, {}}});
  const Cluster result = translated(page, translation);
  CHECK(*find(result.extra, "colour")->text() == "blue");
  CHECK(*find(result.extra, "slogan")->text() == "Allumez");
  const ValueMap& box = *find(result.extra, "box")->map();
  CHECK(*find(box, "icon")->text() == "lamp");
  CHECK(*find(box, "text")->text() == "Bonjour");
}

TEST_CASE("a free page is translated but for its place in the menu") {
  const FreePage result =
      translated(free_page("about").in_menu().weight(3).noun(),
                 free_page("about").in_language("fr").titled("À propos").noun());
  CHECK(result.title.value == "À propos");
  CHECK(result.menu);
  CHECK(result.weight == 3);
}

TEST_CASE("words may be said again, facts may not") {
  CHECK(is_translatable("title"));
  CHECK(is_translatable("members.name"));
  CHECK_FALSE(is_translatable("members"));
  CHECK_FALSE(is_translatable("members.country"));
  CHECK_FALSE(is_translatable("cluster"));
  CHECK_FALSE(is_translatable("name"));
}

}  // namespace lamppost::test
