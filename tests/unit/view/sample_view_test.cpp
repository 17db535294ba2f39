#include <algorithm>
#include <fstream>
#include <map>
#include <vector>

#include "model/page_plan.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"
#include "view/page_views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

constexpr PageKind kinds[] = {PageKind::home,      PageKind::cluster,  PageKind::initiative,
                              PageKind::topic,     PageKind::country,  PageKind::free_page,
                              PageKind::not_found, PageKind::redirect, PageKind::statistics,
                              PageKind::open_data, PageKind::embed,    PageKind::contribute};

std::set<std::string_view> names_of(const View::Map& map) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < map.size(); ++i) names.insert(map.name(i).text());
  return names;
}

/// Names that one view has and the other should have too: all but what is `false` or empty there.
void check_same_names(const View& real, const View& sample, const std::string& path) {
  INFO(path);
  if (path.ends_with(".extra") || path.ends_with(".t")) return;
  if (real.map() != nullptr) {
    REQUIRE(sample.map() != nullptr);
    const View::Map& map = *real.map();
    CHECK(names_of(map) == names_of(*sample.map()));
    for (std::size_t i = 0; i < map.size(); ++i) {
      const std::string name(map.name(i).text());
      if (sample.find(Name::of(name)) != nullptr) {
        check_same_names(map.value(i), *sample.find(Name::of(name)), path + "." + name);
      }
    }
  } else if (real.list() != nullptr) {
    REQUIRE(sample.list() != nullptr);
    REQUIRE(sample.list()->size() == 1);
    for (const View& entry : *real.list()) {
      check_same_names(entry, sample.list()->front(), path + "[]");
    }
  } else if (real.text() != nullptr) {
    CHECK(sample.text() != nullptr);
  } else if (real.html() != nullptr) {
    CHECK(sample.html() != nullptr);
  }
}

void check_complete(const View& view, const std::string& path) {
  INFO(path);
  const std::string name = path.substr(path.rfind('.') + 1);
  const bool may_be_unset = name.starts_with("is_") || name == "has_many_languages";
  if (view.flag() != nullptr && !*view.flag()) CHECK(may_be_unset);
  if (view.map() != nullptr && name != "t") {
    for (std::size_t i = 0; i < view.map()->size(); ++i) {
      check_complete(view.map()->value(i), path + "." + std::string(view.map()->name(i).text()));
    }
  }
  if (view.list() != nullptr) {
    REQUIRE(view.list()->size() == 1);
    check_complete(view.list()->front(), path + "[]");
  }
}

/// A site with and without everything: rich, poor, translated and not, on several pages.
Site mixed_site() {
  InitiativeBuilder rich("rich");
  rich.in("light").goal("A goal").topics({"IoT"}).countries({"FR", "DE"}).extra("colour", "red");
  rich.related({"poor"}).also_in({"dark"}).target(10, "lamps").milestone("2026-01-01", "Begun");
  rich.member({"A", "", "SE", ""}).document("Plan", "plan.pdf").project({"P", "", "123", ""});
  rich.aliases({"/old/"}).updated("2026-11-22").image("a.png", "").as_bundle();
  return site_of(
      {settings().language("fr", "Français").per_page(1), cluster("light"),
       cluster("dark").image("d.png", "D"), cluster("light").in_language("fr"), rich,
       initiative("rich").in_language("fr").titled("Riche"), initiative("poor").in("light"),
       initiative("lost").in("nowhere"), home(), free_page("about").in_menu(), free_page("plain")},
      {asset("initiatives/rich/a.png", PixelSize{1, 2}), asset("initiatives/rich/plan.pdf"),
       asset("clusters/d.png")});
}

/// The tables of themes/README.md: names and meanings by heading.
using Tables = std::map<std::string, std::vector<std::pair<std::string, std::string>>>;

Tables documented_tables() {
  std::ifstream in(LAMPPOST_THEMES "/README.md");
  Tables tables;
  std::string heading;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) heading.clear();
    if (line.starts_with("### ")) heading = line.substr(4);
    const std::size_t end = line.find("` | ");
    if (heading.empty() || !line.starts_with("| `") || end == std::string::npos) continue;
    tables[heading].emplace_back(line.substr(3, end - 3), line.substr(end + 4));
  }
  return tables;
}

/// Adds the names of a table; a meaning that links to a part stands for all names of the part.
void add_documented(const Tables& tables, const std::string& heading, const std::string& prefix,
                    std::vector<std::string>& names) {
  const auto table = tables.find(heading);
  if (table == tables.end()) return;
  for (const auto& [name, meaning] : table->second) {
    std::size_t link = meaning.find("](#a-");
    if (link == std::string::npos) link = meaning.find("](#an-");
    if (link == std::string::npos) {
      names.push_back(prefix + name);
      continue;
    }
    std::string part = meaning.substr(link + 3, meaning.find(')', link) - link - 3);
    std::replace(part.begin(), part.end(), '-', ' ');
    add_documented(tables, part, prefix + name + ".", names);
  }
}

}  // namespace

TEST_CASE("every view of a site has the names of its kind's sample, no more and no fewer") {
  Site site = mixed_site();
  for (const PageKind kind : kinds) site.theme.layouts[std::string(layout_of(kind))] = {};
  const std::map<PageKind, View> samples = sample_views(site);
  std::set<PageKind> seen;
  for (const PagePlan& plan : plan_pages(site)) {
    if (layout_of(plan.kind).empty()) continue;
    INFO(plan.address);
    seen.insert(plan.kind);
    check_same_names(view_of(site, plan), samples.at(plan.kind), "");
  }
  CHECK(seen.size() == std::size(kinds));
}

TEST_CASE("in a sample every list has an entry, and only flags are false") {
  const std::map<PageKind, View> samples = sample_views(site_of({}));
  for (const PageKind kind : kinds) check_complete(samples.at(kind), "");
}

TEST_CASE("a sample has the words of the site's own theme") {
  Site site = site_of({});
  site.theme.strings["en"].texts["tiny.closing"].forms = {{"other", "The end"}};
  CHECK(text_at(sample_views(site).at(PageKind::home), "t.tiny.closing") == "The end");
}

TEST_CASE("themes/README.md lists the names of every kind of page, each once") {
  const Tables tables = documented_tables();
  const std::map<PageKind, View> samples = sample_views(site_of({}));
  for (const PageKind kind : kinds) {
    const std::string layout(layout_of(kind));
    INFO(layout);
    std::vector<std::string> documented;
    add_documented(tables, "every page", "", documented);
    add_documented(tables, layout, "", documented);
    const std::set<std::string> names(documented.begin(), documented.end());
    CHECK(names.size() == documented.size());
    CHECK(names == names_of(samples.at(kind)));
  }
}
