#include "keys/conform.h"

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

struct TableResult {
  SourceText text;
  ValueMap right;
  Diagnostics diagnostics;

  [[nodiscard]] Lines lines() const { return told(text, diagnostics); }
  [[nodiscard]] const Diagnostic& only() const {
    INFO(text.bytes);
    REQUIRE(diagnostics.list().size() == 1);
    return diagnostics.list().front();
  }
  [[nodiscard]] std::string fixed() const { return mended(text, only()); }
};

TableResult conformed(const std::string& bytes, bool is_translation = true,
                      std::span<const Key> keys = initiative_keys()) {
  TableResult result{source(bytes), {}, {}};
  const auto region = toml_region(result.text);
  const auto map = parse_toml(result.text, region, result.diagnostics);
  REQUIRE(map);
  result.right = conform(*map, keys, {result.text, "front matter", region, is_translation},
                         result.diagnostics);
  return result;
}

}  // namespace

TEST_CASE("what is right comes back in the order written") {
  const auto result = conformed(
      "goal = \" x \"\nstart = \"2020-01-02\"\nextra = { a = \"\", b = 1 }\ntitle = \"t\"\n");
  CHECK(result.lines().empty());
  REQUIRE(result.right.size() == 4);
  CHECK(result.right[0].key == "goal");
  CHECK(*result.right[0].value.text() == "x");
  CHECK(result.right[1].value.date() != nullptr);
  CHECK(result.right[2].value.map()->size() == 2);
}

TEST_CASE("all mistakes of a table are told at once") {
  const auto result = conformed(
      "titel = \"x\"\nmembers = \"18\"\nstatus = \"actve\"\n[contact]\nemail = \"no\"\n", false);
  CHECK(result.lines() == Lines{"unknown-key: titel", "wrong-type: \"18\"", "bad-choice: \"actve\"",
                                "bad-email: \"no\"", "missing-key: "});
}

TEST_CASE("an unknown key is replaced by the nearest, which then is not missing") {
  const auto result = conformed("title = \"t\"\nclutser = \"a\"\n", false);
  CHECK(result.only().message == "unknown key `clutser`");
  CHECK(result.only().help == "did you mean `cluster`?");
  CHECK(result.fixed() == "title = \"t\"\ncluster = \"a\"\n");
}

TEST_CASE("a key is not replaced by one that stands there already") {
  const auto result = conformed("title = \"t\"\ntitel = \"t\"\n");
  CHECK(result.only().help == "did you mean `title`?");
  CHECK_FALSE(result.only().fix);
  const auto twice = conformed("titel = \"t\"\ntitlle = \"t\"\n");
  REQUIRE(twice.diagnostics.list().size() == 2);
  CHECK(twice.diagnostics.list()[0].fix);
  CHECK_FALSE(twice.diagnostics.list()[1].fix);
}

TEST_CASE("a key that slipped below a header is sent above it") {
  const auto result = conformed("[contact]\nname = \"x\"\nweight = 4\n");
  CHECK(result.only().message == "unknown key `weight` in `[contact]`");
  CHECK(result.only().help.find("above the first line in brackets") != std::string::npos);
}

TEST_CASE("where no key is near, all are listed") {
  CHECK(conformed("[contact]\ntelephone = 1\n").only().help ==
        "the keys here are `name`, `email` or `url`");
}

TEST_CASE("a missing key is written where it belongs") {
  CHECK(conformed("title = \"t\"\r\n", false).fixed() ==
        "cluster = \"citizen-focus\"\r\ntitle = \"t\"\r\n");
  const std::string alt = "alt = \"A street with new lampposts at dusk\"";
  CHECK(conformed("title = \"t\"\ncluster = \"a\"\n[image]\nsrc = \"a.jpg\"", false).fixed() ==
        "title = \"t\"\ncluster = \"a\"\n[image]\n" + alt + "\nsrc = \"a.jpg\"");
  CHECK(conformed("title = \"t\"\ncluster = \"a\"\nimage = { src = \"a.jpg\" }", false).fixed() ==
        "title = \"t\"\ncluster = \"a\"\nimage = { src = \"a.jpg\", " + alt + " }");
  const auto dotted = conformed("title = \"t\"\ncluster = \"a\"\nimage.src = \"a.jpg\"", false);
  CHECK(dotted.only().code == Code::missing_key);
  CHECK_FALSE(dotted.only().fix);
}

TEST_CASE("a missing key's fix makes the table right") {
  for (const std::string bytes :
       {"title = \"t\"\ncluster = \"a\"\n[[members]]\nrole = \"x\"\n",
        "title = \"t\"\ncluster = \"a\"\nmembers = [{}]\n",
        "title = \"t\"\ncluster = \"a\"\n[[members]]\n[[members]]\nname = \"x\""}) {
    CHECK(conformed(conformed(bytes, false).fixed(), false).lines().empty());
  }
}

TEST_CASE("a translation need not repeat anything") {
  CHECK(conformed("", true).lines().empty());
  CHECK(conformed("[image]\nalt = \"x\"\n[[milestones]]\ntitle = \"x\"\n", true).lines().empty());
}

TEST_CASE("an empty text counts as absent") {
  const auto result = conformed(
      "title = \"t\"\ncluster = \" \"\ngoal = \"\"\nweight = \"\"\ncontact = \"\"\ntopics = "
      "[\"a\", \"\"]\n",
      false);
  CHECK(result.lines() == Lines{"missing-key: \" \"", "empty-value: \"\"", "empty-value: \"\"",
                                "empty-value: \"\"", "empty-value: \"\""});
  CHECK(result.right.size() == 2);
  CHECK(find(result.right, "topics")->list()->size() == 1);
  CHECK(info(Code::empty_value).severity == Severity::warning);
}

TEST_CASE("a table of which nothing is filled in counts as absent") {
  const auto result = conformed("[image]\nsrc = \"\"\nalt = \"\"\n[target]\nvalue = \"\"\n");
  CHECK(result.right.empty());
  CHECK(result.lines().size() == 2);
  for (const auto& line : result.lines()) CHECK(line.starts_with("empty-value: "));
  CHECK(conformed("[image]\nsrc = \"\"\nalt = \"x\"\n").lines().size() == 1);
  CHECK(conformed("[image]\nalt = \"\"\n", true).lines().empty());
}

TEST_CASE("a picture's description may be empty on purpose") {
  const auto result = conformed("image = { src = \"a.jpg\", alt = \"\" }");
  CHECK(result.lines().empty());
  CHECK(find(*find(result.right, "image")->map(), "alt")->text()->empty());
}

TEST_CASE("a single value becomes a list") {
  CHECK(conformed("topics = \"Lighting\"").fixed() == "topics = [\"Lighting\"]");
  CHECK(conformed("related = \"a\"").only().help == "write `[\"a\"]`");
}

TEST_CASE("a value that stands twice in a list is a warning and counts once") {
  const auto result = conformed(
      "topics = [\"IoT\", \"Énergie\", \"iot\", \"énergie\"]\ncountries = [\"FR\", \"FR\"]");
  CHECK(result.lines() == Lines{"duplicate-value: \"iot\"", "duplicate-value: \"énergie\"",
                                "duplicate-value: \"FR\""});
  CHECK(result.diagnostics.count(Severity::error) == 0);
  CHECK(find(result.right, "topics")->list()->size() == 2);
  CHECK(slice(result.text, result.diagnostics.list()[0].notes.at(0).where) == "\"IoT\"");
}

TEST_CASE("a wrong value in a list leaves the others") {
  const auto result = conformed("countries = [\"FR\", \"fr\", 3, \"PT\"]");
  CHECK(result.lines() == Lines{"bad-country: \"fr\"", "wrong-type: 3"});
  CHECK(find(result.right, "countries")->list()->size() == 2);
}

TEST_CASE("a figure is a number or entries") {
  CHECK(conformed("members = 18").lines().empty());
  CHECK(conformed("members = []").lines().empty());
  CHECK(conformed("[[members]]\nname = \"x\"").lines().empty());
  CHECK(conformed("members = -1").lines() == Lines{"bad-number: -1"});
  CHECK(conformed("members = \"18\"").fixed() == "members = 18");
  CHECK(conformed("members = [\"Lisbon\"]").fixed() == "members = [{ name = \"Lisbon\" }]");
  CHECK(conformed("members = [3]").lines() == Lines{"wrong-type: 3"});
  CHECK(conformed("[members]\nname = \"x\"").fixed() == "[[members]]\nname = \"x\"");
  CHECK(conformed("members = { name = \"x\" }").fixed() == "members = [{ name = \"x\" }]");
  CHECK(conformed("members.name = \"x\"").lines() == Lines{"wrong-type: members"});
}

TEST_CASE("a table is one, not several and no text") {
  CHECK(conformed("[[contact]]\nname = \"x\"").fixed() == "[contact]\nname = \"x\"");
  CHECK_FALSE(conformed("[[contact]]\n[[contact]]").only().fix);
  CHECK(conformed("contact = \"a@example.eu\"").only().help.find("contact = {") !=
        std::string::npos);
  CHECK(conformed("extra = 1").lines() == Lines{"wrong-type: 1"});
  CHECK(conformed("[languages]\nfr = \"x\"", false, settings_keys()).lines() ==
        Lines{"wrong-type: \"x\""});
}

TEST_CASE("control characters are found below extra too") {
  CHECK(conformed("extra = { a = [{ b = \"\\u0001\" }] }").lines() ==
        Lines{"control-character: \"\\u0001\""});
}

TEST_CASE("many keys and values are no burden") {
  std::string bytes = "topics = [";
  for (int i = 0; i < 20'000; ++i) bytes += "\"" + std::to_string(i * 7919 % 20'011) + "\",";
  bytes += "]\n";
  for (int i = 0; i < 20'000; ++i) bytes += "[[members]]\n";
  CHECK(conformed(bytes, false).diagnostics.list().size() == 20'002);
}
