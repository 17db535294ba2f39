#include "render/render.h"

#include <algorithm>

#include "keys/json_schema.h"
#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// A site with a theme of one-line layouts, and what lies at its addresses.
struct Rendered {
  Site site;
  std::vector<PagePlan> plans;
  Templates templates;

  Rendered()
      : site(site_of({cluster("c"), initiative("a").in("c").aliases({"/old/"}).as_bundle()},
                     {asset("initiatives/a/photo.jpg")})) {
    site.theme.chain.emplace_back();
    for (const char* name : {"home", "cluster", "initiative", "topic", "country", "free_page",
                             "not_found", "redirect"}) {
      site.theme.layouts[name] = make_source_text(name, std::string("made with ") + name);
    }
    site.theme.styles = {{"css/main.1.css", "sha512-x", "p{}"}};
    site.theme.scripts = {{"js/main.1.js", "sha512-y", "f()"}};
    plans = plan_pages(site);
    Diagnostics diagnostics;
    templates = load_templates(site, diagnostics);
    CHECK(diagnostics.empty());
  }

  Artifact at(const std::string& address) {
    const auto plan = std::ranges::find(plans, address, &PagePlan::address);
    REQUIRE(plan != plans.end());
    Artifact artifact = prepare(site, *plan, plans, {}, templates).make();
    if (artifact.write) {
      Pieces pieces([&](std::string_view piece) { artifact.bytes += piece; });
      artifact.write(pieces);
      pieces.pass_on();
    }
    return artifact;
  }
};

}  // namespace

TEST_CASE("each kind of page is made with its layout") {
  Rendered rendered;
  CHECK(rendered.at("/").bytes == "made with home");
  CHECK(rendered.at("/clusters/c/").bytes == "made with cluster");
  CHECK(rendered.at("/initiatives/a/").bytes == "made with initiative");
  CHECK(rendered.at("/404.html").bytes == "made with not_found");
  CHECK(rendered.at("/old/").bytes == "made with redirect");
}

TEST_CASE("a page is an index.html in its folder, other files keep their names") {
  Rendered rendered;
  CHECK(rendered.at("/").output_path == "index.html");
  CHECK(rendered.at("/clusters/c/").output_path == "clusters/c/index.html");
  CHECK(rendered.at("/feed.xml").output_path == "feed.xml");
}

TEST_CASE("each data file is what its name says") {
  Rendered rendered;
  CHECK(rendered.at("/feed.xml").bytes.starts_with("<?xml"));
  CHECK(rendered.at("/clusters/c/feed.xml").bytes.find("clusters/c/feed.xml") != std::string::npos);
  CHECK(rendered.at("/sitemap.xml").bytes.find("<urlset") != std::string::npos);
  CHECK(rendered.at("/robots.txt").bytes.starts_with("User-agent"));
  CHECK(rendered.at("/catalogue.csv").bytes.starts_with("slug,"));
  CHECK(rendered.at("/catalogue.json").bytes.find("\"initiatives\"") != std::string::npos);
  CHECK(rendered.at("/catalogue.schema.json").bytes.find("\"$defs\"") != std::string::npos);
  CHECK(rendered.at("/schema/initiative.json").bytes == initiative_schema());
  CHECK(rendered.at("/initiatives/a/index.json").bytes.find("\"body\"") != std::string::npos);
}

TEST_CASE("the theme's styles and scripts are their bytes, a bundle's file is copied") {
  Rendered rendered;
  CHECK(rendered.at("/css/main.1.css").bytes == "p{}");
  CHECK(rendered.at("/js/main.1.js").bytes == "f()");
  const Artifact photo = rendered.at("/initiatives/a/photo.jpg");
  CHECK(photo.copy_of == "content/initiatives/a/photo.jpg");
  CHECK(photo.bytes.empty());
  CHECK(rendered.at("/").copy_of.empty());
}
