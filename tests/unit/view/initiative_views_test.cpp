#include "view/initiative_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"
#include "view/page_views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// The page of one initiative, the only one of its site.
View page_of(const Initiative& initiative, std::vector<Asset> assets = {}) {
  const Site site = site_of({settings(), cluster("light"), ParsedFile{initiative, body_of("x")}},
                            std::move(assets));
  for (const PagePlan& plan : plan_pages(site)) {
    if (plan.kind == PageKind::initiative) return view_of(site, plan);
  }
  return {};
}

Initiative lamp() { return initiative("lamp").in("light").titled("Lamp").as_bundle().noun(); }

/// A target of 1,000 and milestones that reached these values, each a year after the one before.
View progress(std::vector<std::optional<double>> values, double target = 1000) {
  Initiative initiative = lamp();
  initiative.target = Target{target, "lamps", std::nullopt};
  int year = 2020;
  for (const auto& value : values) {
    const Date date = std::chrono::year(year++) / 1 / 1;
    initiative.milestones.push_back({date, "Step", value, ""});
  }
  const View view = page_of(initiative);
  return at(view, "target.progress");
}

}  // namespace

TEST_CASE("progress is the last milestone that has a value") {
  CHECK(text_at(progress({100.0, 250.0, std::nullopt}), "bar") == "25");
  CHECK(text_at(progress({100.0, 250.0, std::nullopt}), "date.iso") == "2021-01-01");
}

TEST_CASE("a bar stays between nothing and all, the number says what is true") {
  CHECK(text_at(progress({2500.0}), "bar") == "100");
  CHECK(text_at(progress({2500.0}), "value") == "2,500");
  CHECK(text_at(progress({-5.0}), "bar") == "0");
}

TEST_CASE("without a value or a target above 0 there is no progress") {
  CHECK(progress({}) == View(false));
  CHECK(progress({std::nullopt}) == View(false));
  CHECK(progress({5.0}, 0) == View(false));
  CHECK(progress({5.0}, -1) == View(false));
}

TEST_CASE("a document that lies beside the page is linked with format and size") {
  Initiative initiative = lamp();
  initiative.documents.entries = {{"Plan", "https://x.eu/", {"plan.pdf", {}}, std::nullopt, ""},
                                  {"Web", "https://x.eu/", {}, std::nullopt, "fr"}};
  const View view = page_of(initiative, {asset("initiatives/lamp/plan.pdf")});
  const View& entries = at(view, "documents.entries");
  CHECK(text_at(entries, "0.href") == "/initiatives/lamp/plan.pdf");
  CHECK(text_at(entries, "0.format") == "PDF");
  CHECK(text_at(entries, "0.is_file") == "true");
  CHECK(text_at(entries, "1.href") == "https://x.eu/");
  CHECK(text_at(entries, "1.is_file") == "false");
  CHECK(text_at(entries, "1.language.code") == "fr");
}

TEST_CASE("a project leads to its own address, else to CORDIS") {
  Initiative initiative = lamp();
  initiative.projects.entries = {
      {"A", "", "691895", ""}, {"B", "https://b.eu/", "1", ""}, {"C", "", "", ""}};
  const View view = page_of(initiative);
  const View& entries = at(view, "projects.entries");
  CHECK(text_at(entries, "0.href") == "https://cordis.europa.eu/project/id/691895");
  CHECK(text_at(entries, "1.href") == "https://b.eu/");
  CHECK(text_at(entries, "1.cordis_href") == "https://cordis.europa.eu/project/id/1");
  CHECK(text_at(entries, "2.href") == "false");
}

TEST_CASE("a figure without entries is a number only") {
  Initiative initiative = lamp();
  initiative.members.count = 18;
  const View view = page_of(initiative);
  CHECK(text_at(view, "members.value") == "18");
  CHECK(text_at(view, "members.has_entries") == "false");
}

TEST_CASE("a member's country is linked where it has a page") {
  Initiative initiative = lamp();
  initiative.countries = {"FR"};
  initiative.members.entries = {{"A", "", "FR", ""}, {"B", "", "SE", ""}, {"C", "", "", ""}};
  const View view = page_of(initiative);
  const View& entries = at(view, "members.entries");
  CHECK(text_at(entries, "0.country.href") == "/countries/fr/");
  CHECK(text_at(entries, "1.country.name") == "Sweden");
  CHECK(text_at(entries, "1.country.href") == "false");
  CHECK(at(entries, "2.country") == View(false));
}

TEST_CASE("a website is shown as people say it") {
  Initiative initiative = lamp();
  initiative.website = "https://lamp.eu/";
  const View view = page_of(initiative);
  CHECK(text_at(view, "website.href") == "https://lamp.eu/");
  CHECK(text_at(view, "website.label") == "lamp.eu");
}

TEST_CASE("a picture that is not beside the page is none") {
  Initiative initiative = lamp();
  initiative.image = Image{{"a.png", {}}, ""};
  CHECK(at(page_of(initiative), "image") == View(false));
  const View view = page_of(initiative, {asset("initiatives/lamp/a.png", PixelSize{3, 2})});
  CHECK(text_at(view, "image.src") == "/initiatives/lamp/a.png");
  CHECK(text_at(view, "image.alt") == "false");
  CHECK(text_at(view, "image.height") == "2");
  CHECK(text_at(view, "open_graph.image.url") == "http://localhost/initiatives/lamp/a.png");
}
