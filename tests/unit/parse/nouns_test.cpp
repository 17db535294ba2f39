#include "parse/nouns.h"

#include "keys/conform.h"
#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Origin origin_of(const std::string& bytes, std::span<const Key> keys) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  const auto region = toml_region(text);
  Origin origin;
  origin.file = text.path;
  origin.given = conform(*parse_toml(text, region, diagnostics), keys,
                         {text, "front matter", region}, diagnostics);
  CHECK(told(text, diagnostics).empty());
  return origin;
}

Initiative initiative(const std::string& bytes) {
  return initiative_from(origin_of("title = \"T\"\ncluster = \"c\"\n" + bytes, initiative_keys()));
}

}  // namespace

TEST_CASE("an initiative has every key of its front matter") {
  const auto made = initiative(R"(goal = "G"
summary = "S"
members = 18
topics = ["a", "b"]
countries = ["FR"]
status = "completed"
start = 2020-01-01
end = 2020-01-01
updated = 2021-01-01
reviewed = 2022-01-01
website = "https://example.eu/"
related = ["r"]
also_in = ["k"]
aliases = ["/old/"]
weight = -3
draft = true
[contact]
name = "N"
email = "e@example.eu"
url = "https://example.eu/c"
[image]
src = "a.jpg"
alt = "A"
[target]
value = 10
unit = "u"
by = 2030-01-01
[[milestones]]
date = 2021-05-01
title = "M"
value = 1.5
url = "https://example.eu/m"
[[documents]]
title = "D"
url = "https://example.eu/d"
file = "d.pdf"
date = 2020-02-02
language = "en"
[[projects]]
title = "P"
url = "https://example.eu/p"
cordis = 691895
programme = "H"
[[discussions]]
title = "Q"
url = "https://example.eu/q"
date = 2020-03-03
replies = 5
[extra]
a = 1
)");
  CHECK(made.title.value == "T");
  CHECK(made.cluster.value == "c");
  CHECK(made.goal == "G");
  CHECK(made.summary == "S");
  CHECK(made.members == Figure<Member>{18, {}});
  CHECK(made.documents.count == 1);
  CHECK(made.documents.entries[0].file.value == "d.pdf");
  CHECK(made.documents.entries[0].language == "en");
  CHECK(made.projects.entries ==
        std::vector<Project>{{"P", "https://example.eu/p", "691895", "H"}});
  CHECK(made.discussions.entries[0].replies == 5);
  CHECK(made.topics.size() == 2);
  CHECK(made.countries == std::vector<std::string>{"FR"});
  CHECK(made.status == Status::completed);
  CHECK(iso_date(*made.start) == "2020-01-01");
  CHECK(iso_date(*made.end) == "2020-01-01");
  CHECK(iso_date(*made.updated) == "2021-01-01");
  CHECK(iso_date(*made.reviewed) == "2022-01-01");
  CHECK(made.website == "https://example.eu/");
  CHECK(made.contact == Contact{"N", "e@example.eu", "https://example.eu/c"});
  CHECK(made.image->src.value == "a.jpg");
  CHECK(made.image->alt == "A");
  CHECK(made.related[0].value == "r");
  CHECK(made.also_in[0].value == "k");
  CHECK(made.target->value == 10.0);
  CHECK(made.target->unit == "u");
  CHECK(made.milestones[0].value == 1.5);
  CHECK(made.milestones[0].title == "M");
  CHECK(made.aliases[0].value == "/old/");
  CHECK(made.weight == -3);
  CHECK(made.draft);
  CHECK(made.extra.size() == 1);
}

TEST_CASE("what is not given has the format's defaults") {
  const auto made = initiative("");
  CHECK(made.status == Status::active);
  CHECK(made.members.count == 0);
  CHECK_FALSE(made.contact);
  CHECK_FALSE(made.image);
  CHECK_FALSE(made.target);
  CHECK_FALSE(made.weight);
  CHECK_FALSE(made.draft);
}

TEST_CASE("a figure's entries are its number") {
  const auto made = initiative(
      "[[members]]\nname = \"a\"\n[[members]]\nname = \"b\"\ncountry = \"PT\"\nrole = \"r\"\n");
  CHECK(made.members.count == 2);
  CHECK(made.members.entries[1] == Member{"b", "", "PT", "r"});
}

TEST_CASE("clusters and free pages have their keys") {
  const auto cluster =
      cluster_from(origin_of("title = \"T\"\nsummary = \"S\"\nweight = 2\naliases = "
                             "[\"/a/\"]\nimage = { src = \"a.png\", alt = \"\" }",
                             cluster_keys()));
  CHECK(cluster.title.value == "T");
  CHECK(cluster.summary == "S");
  CHECK(cluster.weight == 2);
  CHECK(cluster.aliases.size() == 1);
  CHECK(cluster.image->alt.empty());
  const auto page = free_page_from(
      origin_of("title = \"T\"\nsummary = \"S\"\nmenu = true\nweight = 1\nextra = { a = 1 }",
                free_page_keys()));
  CHECK(page.title.value == "T");
  CHECK(page.menu);
  CHECK(page.weight == 1);
  CHECK(page.extra.size() == 1);
}

TEST_CASE("an end before the start is told of at the end") {
  const auto made = initiative("start = 2021-01-01\nend = 2020-01-01\n");
  Diagnostics diagnostics;
  check_dates(made, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::dates_out_of_order);
  CHECK(diagnostics.list()[0].where == find(made.origin.given, "end")->where);
  CHECK(diagnostics.list()[0].notes.size() == 1);
  Diagnostics none;
  check_dates(initiative("start = 2020-01-01\nend = 2020-01-01\n"), none);
  check_dates(initiative("end = 2020-01-01\n"), none);
  CHECK(none.empty());
}
