#include "check/translations.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/contains.h"

namespace lamppost::test {
namespace {

std::vector<Diagnostic> translation_mistakes(std::vector<ParsedFile> files) {
  files.push_back(settings().language("fr"));
  Diagnostics diagnostics;
  check_translations(site_of(std::move(files)), diagnostics);
  return diagnostics.list();
}

/// An initiative whose front matter is just this.
ParsedFile with_given(InitiativeBuilder builder, ValueMap given) {
  Initiative noun = builder.noun();
  noun.origin.given = std::move(given);
  return {noun, {}};
}

Value list_of(std::vector<ValueMap> entries) {
  ValueList list;
  for (ValueMap& entry : entries) list.push_back({std::move(entry), {}});
  return {std::move(list), {}};
}

Field field(const std::string& key, decltype(Value::data) data) {
  return {key, {}, {std::move(data), {}}};
}

/// What is said of a translation with `said` of a page with `page`.
std::vector<Diagnostic> compared(ValueMap page, ValueMap said) {
  return translation_mistakes({with_given(initiative("x"), std::move(page)),
                               with_given(initiative("x").in_language("fr"), std::move(said))});
}

}  // namespace

TEST_CASE("a translation that gives words alone is fine") {
  CHECK(translation_mistakes(
            {initiative("x").in("c").goal("Goal").extra("k", "v"),
             initiative("x").in_language("fr").titled("X").goal("But").extra("k", "w"),
             cluster("c"), cluster("c").in_language("fr").titled("C"), free_page("about"),
             free_page("about").in_language("fr").titled("À propos"), home(),
             home().in_language("fr").titled("Accueil")})
            .empty());
}

TEST_CASE("a fact that a translation says again must be the same") {
  CHECK(translation_mistakes({initiative("x").in("c"), initiative("x").in_language("fr").in("c")})
            .empty());
  const auto found =
      translation_mistakes({initiative("x").in("c"), initiative("x").in_language("fr").in("d")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::contradicting_translation);
  CHECK(found[0].file == "content/initiatives/x.fr.md");
  CHECK(found[0].message == "`cluster` does not agree with the page that this translates");
  REQUIRE(found[0].notes.size() == 1);
  CHECK(found[0].notes[0].file == "content/initiatives/x.md");
}

TEST_CASE("a fact that only a translation says contradicts its page") {
  CHECK(translation_mistakes({free_page("a"), free_page("a").in_language("fr").in_menu()}).size() ==
        1);
  CHECK(translation_mistakes({cluster("a"), cluster("a").in_language("fr").weight(3)}).size() == 1);
  CHECK(translation_mistakes({home(), home().in_language("fr").weight(3)}).size() == 1);
}

TEST_CASE("what stands for nothing contradicts nothing") {
  CHECK(compared({}, {field("draft", false), field("status", std::string("active")),
                      field("members", std::int64_t{0}), field("website", std::string())})
            .empty());
}

TEST_CASE("a date is the same as a date or as text, a number with or without a point") {
  const ValueMap page = {field("start", *date_from("2020-01-02")), field("by", std::int64_t{3})};
  CHECK(compared(page, {field("start", std::string("2020-01-02")), field("by", 3.0)}).empty());
  CHECK(compared(page, {field("start", std::string("2020-01-03"))}).size() == 1);
}

TEST_CASE("entries are compared one by one, but for their words") {
  const auto member = [](const std::string& name, const std::string& country) {
    return ValueMap{field("name", name), field("country", country)};
  };
  const ValueMap page = {{"members", {}, list_of({member("Vienna", "AT"), member("Lyon", "FR")})}};
  const auto said = [](Value list) { return ValueMap{{"members", {}, std::move(list)}}; };
  CHECK(compared(page, said(list_of({member("Vienne", "AT"), {field("name", std::string("L"))}})))
            .empty());
  const auto other = compared(page, said(list_of({member("Vienne", "DE")})));
  REQUIRE(other.size() == 1);
  CHECK(contains(other[0].message, "`members.country`"));
  const auto more = compared(page, said(list_of({{}, {}, member("Rome", "IT")})));
  REQUIRE(more.size() == 1);
  CHECK(more[0].message == "the page that this translates has only 2 `[[members]]`");
}

TEST_CASE("entries can't translate a mere figure") {
  CHECK(compared({field("members", std::int64_t{2})},
                 {{"members", {}, list_of({{field("name", std::string("A"))}})}})
            .size() == 1);
}

TEST_CASE("tables are compared key by key") {
  const ValueMap page = {
      {"target",
       {},
       {ValueMap{field("value", std::int64_t{10}), field("unit", std::string("posts"))}, {}}}};
  const auto said = [](std::int64_t value) {
    return ValueMap{
        {"target", {}, {ValueMap{field("value", value), field("unit", std::string("mâts"))}, {}}}};
  };
  CHECK(compared(page, said(10)).empty());
  REQUIRE(compared(page, said(11)).size() == 1);
  CHECK(contains(compared(page, said(11))[0].message, "`target.value`"));
  CHECK(compared({}, said(10)).size() == 1);
}

TEST_CASE("a translation needs its page") {
  const auto found = translation_mistakes(
      {initiative("humble-lamppost"), initiative("humble-lampost").in_language("fr")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::orphan_translation);
  CHECK(found[0].message ==
        "this translates `content/initiatives/humble-lampost.md`, which does not exist");
  CHECK(contains(found[0].help, "did you mean a translation of `humble-lamppost`?"));
  CHECK_FALSE(found[0].has_place);
  CHECK(contains(translation_mistakes({cluster("a").in_language("fr")}).at(0).help,
                 "write the page `content/clusters/a.md` first"));
}

TEST_CASE("a translation that does not lie beside its page is told to") {
  const auto found =
      translation_mistakes({initiative("x").as_bundle(), initiative("x").in_language("fr")});
  REQUIRE(found.size() == 1);
  CHECK(contains(found[0].help, "a translation lies beside its page"));
}

TEST_CASE("a language must be one of the site's") {
  const auto found = translation_mistakes({initiative("x"), initiative("x").in_language("fra")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::unknown_language);
  CHECK(found[0].message == "the site has no language `fra`");
  CHECK(contains(found[0].help, "did you mean `x.fr.md`?"));
  CHECK(contains(found[0].help, "`[languages.fra]`"));
  CHECK(contains(
      translation_mistakes({initiative("x"), initiative("x").in_language("de")}).at(0).help,
      "the site's languages are `en` or `fr`"));
}

TEST_CASE("a page is there once") {
  const auto found = translation_mistakes({initiative("x"), initiative("x").as_bundle()});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::duplicate_page);
  CHECK(found[0].file == "content/initiatives/x/index.md");
  CHECK(found[0].message == "this is the same page as `content/initiatives/x.md`");
}

TEST_CASE("the default language is left out of a file's name") {
  const auto found = translation_mistakes({initiative("x").in_language("en")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::duplicate_page);
  CHECK(found[0].help == "rename the file to `x.md`");
}

}  // namespace lamppost::test
