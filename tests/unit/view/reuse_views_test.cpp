#include "view/reuse_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

PagePlan plan_of(PageKind kind, std::uint32_t edition = 0) {
  PagePlan plan = plan_in(edition);
  plan.kind = kind;
  plan.address = kind == PageKind::embed ? "/embed/clusters/light/" : "/data/";
  plan.subject = 0;
  return plan;
}

View open_data_of(Site site, bool has_embeds, std::uint32_t edition = 0) {
  if (has_embeds) site.theme.layouts["embed"] = {};
  const PagePlan plan = plan_of(PageKind::open_data, edition);
  return open_data_view(PageScope(site, plan));
}

}  // namespace

TEST_CASE("the page for re-users names its language's files and those of all languages") {
  const Site site = site_of({settings().base_url("https://example.eu/a/").language("fr"),
                             cluster("light"), initiative("lamp").in("light")});
  const View view = open_data_of(site, false, 1);
  REQUIRE(size_at(view, "files") == 7);
  CHECK(text_at(view, "files.0.name") == "fr/catalogue.json");
  CHECK(text_at(view, "files.0.href") == "/a/fr/catalogue.json");
  CHECK(text_at(view, "files.1.type") == "text/csv");
  CHECK(text_at(view, "files.2.name") == "catalogue.schema.json");
  CHECK(text_at(view, "files.3.name") == "fr/initiatives/lamp/index.json");
  CHECK(text_at(view, "dcat") == "/a/dcat.jsonld");
  CHECK(text_at(view, "version") == "1");
  CHECK(text_at(view, "command").starts_with("curl --silent 'https://example.eu/a/fr/catalogue"));
}

TEST_CASE("without an initiative there is no example of its file") {
  CHECK(size_at(open_data_of(site_of({cluster("light")}), false), "files") == 6);
}

TEST_CASE("each cluster can be embedded where the theme has a page for it") {
  const Site site = site_of({cluster("light").titled("A \"B\" <C>")});
  CHECK(text_at(open_data_of(site, false), "has_embeds") == "false");
  const View view = open_data_of(site, true);
  REQUIRE(size_at(view, "embeds") == 1);
  CHECK(text_at(view, "embeds.0.href") == "/embed/clusters/light/");
  const std::string code = text_at(view, "embeds.0.code");
  CHECK(
      code.starts_with("<iframe src=\"http://localhost/embed/clusters/light/\" title=\"A &quot;"));
  CHECK(code.find("loading=\"lazy\"") != std::string::npos);
  CHECK(code.find("<C>") == std::string::npos);
}

TEST_CASE("an embedded list shows a cluster's first page, and where it comes from") {
  const Site site = site_of({settings().titled("S").per_page(2), cluster("light").titled("Light"),
                             initiative("a").in("light"), initiative("b").in("light"),
                             initiative("c").in("light")});
  const PagePlan plan = plan_of(PageKind::embed);
  const View view = embed_view(PageScope(site, plan));
  CHECK(text_at(view, "title") == "Light");
  CHECK(size_at(view, "cards") == 2);
  CHECK(text_at(view, "total.value") == "3");
  CHECK(text_at(view, "cluster.href") == "/clusters/light/");
  CHECK(text_at(view, "page.canonical") == "false");
  CHECK(text_at(view, "source") == "embed.source");
}
