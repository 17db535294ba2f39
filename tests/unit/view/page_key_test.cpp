#include "view/page_key.h"

#include "data/open_data.h"
#include "support/builders.h"
#include "support/catch.h"
#include "view/frame_views.h"
#include "view/page_views.h"

namespace lamppost::test {
namespace {

std::string said_by(const Initiative& page) {
  std::string said = page.title.value + '|' + page.cluster.value + '|' + page.goal + '|';
  for (const auto& topic : page.topics) said += topic.value + ',';
  for (const std::string& country : page.countries) said += country + ',';
  for (const auto& slug : page.related) said += slug.value + ',';
  return said + std::to_string(page.weight.value_or(0)) + (page.draft ? "draft" : "");
}

/// A file with keys like those the pipeline gives it.
ParsedFile keyed(ParsedFile file) {
  file.body.text_key = hash128(file.body.text.html.markup());
  const auto* page = std::get_if<Boxed<Initiative>>(&file.noun);
  file.body.page_key = page == nullptr ? no_hash : hash128(said_by(**page));
  return file;
}

using Files = std::vector<ParsedFile>;

/// The files of a site whose page `initiatives/b` shows something of all the others.
Files files() {
  return {cluster("light").titled("Light"),
          cluster("night").titled("Night"),
          free_page("about").titled("About").in_menu(),
          initiative("a").in("light").titled("A").topics({"iot"}).countries({"FR"}),
          initiative("b").in("light").titled("B").topics({"iot", "sea"}).related({"r"}).saying("b"),
          initiative("c").in("light").titled("C").countries({"FR", "DE"}),
          initiative("r").in("night").titled("R").topics({"sea"}).goal("To be related."),
          initiative("x").in("night").titled("X")};
}

struct Keyed {
  Site site;
  EditionViews shared;
  PagePlan plan;

  explicit Keyed(Files from, const Hash128& frame = {1, 2}, std::vector<Asset> assets = {}) {
    for (ParsedFile& file : from) file = keyed(std::move(file));
    site = site_of(std::move(from), std::move(assets));
    site.frame_key = frame;
    shared = edition_views(site, 0);
    plan.address = "/initiatives/b/";
    plan.kind = PageKind::initiative;
    for (InitiativeId id = 0; id < site.editions[0].initiatives.size(); ++id) {
      if (site.editions[0].initiatives[id].initiative->origin.slug == "b") plan.subject = id;
    }
  }

  [[nodiscard]] std::optional<Hash128> key() const {
    return initiative_key(site, 0, plan.subject, shared);
  }
  [[nodiscard]] Hash128 page() const { return view_of(site, plan, {}).hash(); }
  [[nodiscard]] std::string data() const { return initiative_json(site, plan); }
};

/// The files with the first of that slug in another's place.
Files with(const std::string& path, const ParsedFile& other) {
  Files all = files();
  for (ParsedFile& file : all) {
    const bool is_it = std::visit(
        [&](const auto& noun) {
          if constexpr (requires { noun->origin; }) return noun->origin.path == path;
          return false;
        },
        file.noun);
    if (is_it) file = other;
  }
  return all;
}

}  // namespace

TEST_CASE("a key is the same for a site that is the same, and known only where all its parts are") {
  CHECK(Keyed(files()).key().has_value());
  CHECK(Keyed(files()).key() == Keyed(files()).key());
  CHECK(Keyed(files()).key() != Keyed(files(), {1, 3}).key());
  CHECK_FALSE(Keyed(files(), no_hash).key().has_value());
  Keyed without_text(files());
  for (Body& body : without_text.site.bodies) body.text_key = no_hash;
  CHECK_FALSE(without_text.key().has_value());
}

TEST_CASE("keys that have been made are taken") {
  Keyed site(files());
  site.shared.initiative_keys.resize(site.site.editions[0].initiatives.size());
  site.shared.initiative_keys.at(site.plan.subject) = Hash128{7, 8};
  CHECK(site.key() == Hash128{7, 8});
}

TEST_CASE("whatever an initiative's page or data shows of the site is in its key") {
  const Keyed before(files());
  const std::vector<Files> edited = {
      with("initiatives/b.md", initiative("b").in("light").titled("B2")),
      with("initiatives/b.md", initiative("b").in("light").titled("B").saying("other")),
      with("initiatives/a.md", initiative("a").in("light").titled("A2").topics({"iot"})),
      with("initiatives/a.md", initiative("a").in("night").titled("A").topics({"iot"})),
      with("initiatives/a.md", initiative("a").in("light").titled("A").topics({"IoT", "IOT"})),
      with("initiatives/c.md", initiative("c").in("light").titled("C").weight(1)),
      with("initiatives/r.md", initiative("r").in("night").titled("R2").topics({"sea"})),
      with("initiatives/r.md", initiative("r").in("night").titled("R").goal("Another.")),
      with("initiatives/r.md", initiative("r").in("light").titled("R").topics({"sea"})),
      with("initiatives/r.md", initiative("r").in("night").titled("R").draft()),
      with("initiatives/x.md", initiative("x").in("night").titled("X").topics({"sea"})),
      with("initiatives/x.md", initiative("x").in("light").titled("Aa")),
      with("clusters/light.md", cluster("light").titled("Lights")),
      with("clusters/night.md", cluster("night").titled("Night").weight(1)),
      with("clusters/night.md", cluster("night").titled("Nights")),
      with("pages/about.md", free_page("about").titled("Us").in_menu()),
  };
  for (std::size_t i = 0; i < edited.size(); ++i) {
    INFO("edit " << i);
    const Keyed after(edited[i]);
    const bool shows_it = after.page() != before.page() || after.data() != before.data();
    CHECK(shows_it);
    CHECK(after.key() != before.key());
  }
}

TEST_CASE("into which languages an initiative is translated is in its key, and what they say") {
  const auto in_edition = [](const Files& more, std::uint32_t edition) {
    Files all = files();
    all.push_back(settings().language("fr"));
    all.insert(all.end(), more.begin(), more.end());
    Keyed site(all);
    site.shared = edition_views(site.site, edition);
    return initiative_key(site.site, edition, site.plan.subject, site.shared);
  };
  const ParsedFile french = initiative("b").in_language("fr").titled("Le B");
  const ParsedFile other = initiative("b").in_language("fr").titled("Un B");
  CHECK(in_edition({}, 0) != in_edition({french}, 0));
  CHECK(in_edition({}, 1) != in_edition({french}, 1));
  CHECK(in_edition({french}, 0) == in_edition({other}, 0));
  CHECK(in_edition({french}, 1) != in_edition({other}, 1));
  CHECK(in_edition({french}, 0) != in_edition({french}, 1));
}

TEST_CASE("what an initiative's page says of the files beside it is in its key") {
  const auto key = [](const Asset& picture, const Asset& report) {
    const Files with_files = with("initiatives/b.md", initiative("b")
                                                          .in("light")
                                                          .titled("B")
                                                          .as_bundle()
                                                          .image("b.jpg", "B")
                                                          .document("Report", "report.pdf"));
    return Keyed(with_files, {1, 2}, {picture, report}).key();
  };
  const Asset picture = asset("initiatives/b/b.jpg", PixelSize{4, 3});
  const Asset report = asset("initiatives/b/report.pdf");
  REQUIRE(key(picture, report).has_value());
  CHECK(key(picture, report) == key(picture, report));
  CHECK(key(asset("initiatives/b/b.jpg", PixelSize{3, 4}), report) != key(picture, report));
  CHECK(key(asset("initiatives/b/other.jpg", PixelSize{4, 3}), report) != key(picture, report));
  Asset longer = report;
  ++longer.size;
  CHECK(key(picture, longer) != key(picture, report));
}

TEST_CASE("whatever a topic's page shows of the site is in its key") {
  const auto topic_page = [](Files from) {
    Keyed site(std::move(from));
    site.plan.kind = PageKind::topic;
    site.plan.address = "/topics/iot/";
    site.plan.subject = 0;
    REQUIRE(site.site.editions[0].topics[0].slug == "iot");
    return site;
  };
  const auto key = [](const Keyed& site) { return page_key(site.site, site.plan, {site.shared}); };
  const Keyed before = topic_page(files());
  REQUIRE(key(before).has_value());
  for (const Files& edited :
       {with("initiatives/a.md", initiative("a").in("light").titled("A2").topics({"iot"})),
        with("initiatives/a.md", initiative("a").in("light").titled("A").topics({"iot"}).goal("G")),
        with("initiatives/x.md", initiative("x").in("night").titled("X").topics({"iot"})),
        with("initiatives/b.md", initiative("b").in("light").titled("0").topics({"iot"})),
        with("clusters/light.md", cluster("light").titled("Lights"))}) {
    CHECK(topic_page(edited).page() != before.page());
    CHECK(key(topic_page(edited)) != key(before));
  }
  Keyed second = topic_page(files());
  second.plan.page_count = 2;
  CHECK(key(second) != key(before));
  const Files elsewhere = with("initiatives/x.md", initiative("x").in("night").titled("X2"));
  CHECK(topic_page(elsewhere).page() == before.page());
  CHECK(key(topic_page(elsewhere)) == key(before));
}

TEST_CASE("what became of an initiative is in its key, and in those of pages with its card") {
  const auto site_with = [](const Change& change, const std::string& slug) {
    Keyed site(files());
    Changes changes;
    changes.by_initiative.resize(site.site.editions[0].initiatives.size());
    changes.by_initiative.at(initiative_id(site.site, slug)) = change;
    site.site.changes = changes;
    return site;
  };
  const Change change{false, {"goal"}};
  const auto before = Keyed(files()).key();
  CHECK(site_with(change, "b").key() != before);
  CHECK(site_with(change, "b").key() != site_with(Change{true, {}}, "b").key());
  CHECK(site_with(change, "r").key() != before);
  CHECK(site_with(change, "c").key() == before);
  Keyed dated = site_with(change, "b");
  dated.site.changes->since = date_from("2026-11-22");
  dated.site.theme.strings["en"].texts["changes.is_changed"].forms["other"] = "since {date}";
  CHECK(dated.key() != site_with(change, "b").key());
}

TEST_CASE("whatever a project's page shows of the site is in its key") {
  const auto key = [](const Project& project, const std::string& title) {
    Keyed site({initiative("a").project({"P", "", "7", ""}),
                initiative("b").titled(title).project(project)});
    site.plan.kind = PageKind::project;
    site.plan.address = "/projects/7/";
    site.plan.subject = 0;
    return page_key(site.site, site.plan, {site.shared});
  };
  const auto before = key({"P", "", "7", ""}, "B");
  REQUIRE(before.has_value());
  CHECK(key({"P", "https://a.eu/", "7", ""}, "B") == before);
  CHECK(key({"O", "", "7", ""}, "B") != before);
  CHECK(key({"P", "", "7", "H2020"}, "B") != before);
  CHECK(key({"P", "", "8", ""}, "B") != before);
  CHECK(key({"P", "", "7", ""}, "B2") != before);
}

TEST_CASE("what an initiative's page doesn't show is not in its key") {
  const Keyed before(files());
  for (const Files& edited :
       {with("initiatives/x.md", initiative("x").in("night").titled("X2").goal("New.")),
        with("initiatives/c.md",
             initiative("c").in("light").titled("C").countries({"FR", "DE"}).goal("G")),
        with("initiatives/x.md", initiative("x").in("night").titled("X").saying("Text."))}) {
    CHECK(Keyed(edited).page() == before.page());
    CHECK(Keyed(edited).key() == before.key());
  }
}

}  // namespace lamppost::test
