#include "check/references.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/contains.h"

namespace lamppost::test {
namespace {

std::vector<Diagnostic> reference_mistakes(const Site& site) {
  Diagnostics diagnostics;
  check_references(site, diagnostics);
  return diagnostics.list();
}

}  // namespace

TEST_CASE("what an initiative names exists: nothing to say") {
  CHECK(reference_mistakes(
            site_of(
                {cluster("light"), cluster("city"),
                 initiative("lamp").in("light").also_in({"city"}).related({"post"}).topics({"IoT"}),
                 initiative("post").in("light")}))
            .empty());
}

TEST_CASE("an unknown cluster is an error that names the nearest and writes it") {
  const Site site = site_of(
      {cluster("citizen-focus"), cluster("mobility"), initiative("lamp").in("citizens-focus")});
  const auto found = reference_mistakes(site);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::unknown_cluster);
  CHECK(found[0].file == "content/initiatives/lamp.md");
  CHECK(found[0].where == local_initiative(site, "lamp").initiative->cluster.where);
  CHECK(found[0].message == "there is no cluster `citizens-focus`");
  CHECK(found[0].help ==
        "did you mean `citizen-focus`? The clusters are `citizen-focus` or `mobility`");
  CHECK(found[0].fix == Fix{found[0].where, "\"citizen-focus\""});
}

TEST_CASE("without any cluster the help says which file to write") {
  const auto found = reference_mistakes(site_of({initiative("lamp").in("light")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].help == "the site has no cluster yet: write `clusters/light.md`");
  CHECK_FALSE(found[0].fix.has_value());
}

TEST_CASE("a cluster that was not given is the parser's to say") {
  CHECK(reference_mistakes(site_of({cluster("light"), initiative("lamp")})).empty());
}

TEST_CASE("a cluster that is a draft is said to be one") {
  const auto found =
      reference_mistakes(site_of({cluster("light").draft(), initiative("lamp").in("light")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::unknown_cluster);
  CHECK(contains(found[0].message, "draft"));
}

TEST_CASE("unknown names in lists are each an error at their place") {
  const Site site = site_of({cluster("light"),
                             initiative("lamp")
                                 .in("light")
                                 .also_in({"lihgt", "nowhere"})
                                 .related({"pots", "post", "quite-another"}),
                             initiative("post").in("light")});
  const auto found = reference_mistakes(site);
  REQUIRE(found.size() == 4);
  const Initiative& lamp = local_initiative(site, "lamp").initiative;
  CHECK(found[0].where == lamp.also_in[0].where);
  CHECK(found[0].fix == Fix{lamp.also_in[0].where, "\"light\""});
  CHECK(found[1].code == Code::unknown_cluster);
  CHECK(found[1].where == lamp.also_in[1].where);
  CHECK(found[2].code == Code::unknown_initiative);
  CHECK(found[2].fix == Fix{lamp.related[0].where, "\"post\""});
  CHECK(found[3].where == lamp.related[2].where);
  CHECK_FALSE(found[3].fix.has_value());
}

TEST_CASE("a page that names itself or its own cluster gets a warning") {
  const auto found = reference_mistakes(site_of(
      {cluster("light"), initiative("lamp").in("light").also_in({"light"}).related({"lamp"})}));
  REQUIRE(found.size() == 2);
  for (const Diagnostic& diagnostic : found) {
    CHECK(diagnostic.code == Code::self_reference);
    CHECK(diagnostic.severity() == Severity::warning);
  }
}

TEST_CASE("a topic without a letter or digit is an error at its place") {
  const Site site = site_of({cluster("c"), initiative("lamp").in("c").topics({"IoT", "?!"})});
  const auto found = reference_mistakes(site);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == Code::bad_topic);
  CHECK(found[0].where == local_initiative(site, "lamp").initiative->topics[1].where);
}

TEST_CASE("pictures and documents lie beside their page") {
  const auto files = std::vector<ParsedFile>{
      cluster("c").image("c.jpg", ""),
      initiative("lamp").in("c").as_bundle().image("lamp.jpg", "").document("Guide", "guide.pdf"),
      initiative("post").in("c").document("Web page")};
  const auto found = reference_mistakes(site_of(files, {asset("initiatives/lamp/guide.pdf")}));
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == Code::missing_file);
  CHECK(found[0].file == "content/initiatives/lamp/index.md");
  CHECK(found[1].file == "content/clusters/c.md");
}

TEST_CASE("what the default page gets wrong is said once, not in every language") {
  const auto found =
      reference_mistakes(site_of({settings().language("fr"), initiative("lamp").in("nowhere"),
                                  initiative("lamp").in_language("fr").titled("Lampe")}));
  CHECK(found.size() == 1);
}

}  // namespace lamppost::test
