#include "view/card_views.h"

#include "model/page_plan.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

/// A page of an edition that is about nothing in particular.
/// An initiative's card.
View card(const Site& site, const std::string& slug, std::uint32_t edition = 0) {
  const PagePlan plan = plan_in(edition);
  return card_view(PageScope(site, plan), initiative_id(site, slug));
}

/// The goal as a card shows it, where cards show so many characters.
std::string goal_on_card(const std::string& goal, std::size_t length) {
  const Site site = site_of({settings().teaser_length(length), initiative("lamp").goal(goal)});
  return text_at(card(site, "lamp"), "goal");
}

}  // namespace

TEST_CASE("a figure says its number in the plural forms of its own words") {
  Site site = site_of({settings()});
  auto& texts = site.theme.strings["en"].texts;
  texts["labels.members"].forms = {{"one", "Member"}, {"other", "Members"}};
  texts["figures.members"].forms = {{"one", "{n} member"}, {"other", "{n} members"}};
  const PagePlan plan = plan_in(0);
  const PageScope scope(site, plan);
  CHECK(text_at(figure_view(scope, "members", 1), "label") == "Member");
  CHECK(text_at(figure_view(scope, "members", 1), "text") == "1 member");
  CHECK(text_at(figure_view(scope, "members", 1), "is_zero") == "false");
  CHECK(text_at(figure_view(scope, "members", 0), "label") == "Members");
  CHECK(text_at(figure_view(scope, "members", 0), "text") == "0 members");
  CHECK(text_at(figure_view(scope, "documents", 1), "label") == "labels.documents");
}

TEST_CASE("the figures are the counts, not the entries, always four and in one order") {
  Initiative lamp = initiative("lamp").figures(5, 0, 7, 8).noun();
  lamp.members.entries = {{"A", "", "", ""}};
  lamp.documents.entries = {{"Plan", "", {}, std::nullopt, ""}};
  const Site site = site_of({ParsedFile{lamp, {}}});
  const View view = card(site, "lamp");
  std::string shown;
  for (const View& figure : *at(view, "figures").list()) {
    shown += text_at(figure, "key") + ' ' + text_at(figure, "value") + ' ';
  }
  CHECK(shown == "members 5 documents 0 projects 7 discussions 8 ");
}

TEST_CASE("a goal is cut by characters, not by bytes") {
  CHECK(goal_on_card("ééééé", 5) == "ééééé");
  CHECK(goal_on_card("un été long", 7) == "un été…");
  CHECK(goal_on_card("short", 5) == "short");
}

TEST_CASE("a card of nothing but a title is false wherever there is nothing") {
  const Site site = site_of({initiative("lamp").in("nowhere").titled("Lamp")});
  const View view = card(site, "lamp");
  CHECK(text_at(view, "title") == "Lamp");
  for (const char* const name : {"goal", "teaser", "cluster", "updated", "image", "lang", "dir",
                                 "has_topics", "has_countries"}) {
    INFO(name);
    CHECK(at(view, name) == View(false));
  }
  CHECK(text_at(view, "status.is_active") == "true");
  CHECK(text_at(view, "status.is_planned") == "false");
  const PagePlan plan = plan_in(0);
  CHECK(initiative_link(PageScope(site, plan), std::nullopt) == View(false));
}

TEST_CASE("a card's language, its cluster's and its terms' are each their own") {
  const Site site =
      site_of({settings().base_url("https://example.eu/a/").language("fr"), cluster("light"),
               initiative("lamp").in("light").topics({"Smart Light"}).countries({"DE"}),
               initiative("meter").topics({"smart light"}), initiative("lamp").in_language("fr")});
  const View view = card(site, "lamp", 1);
  CHECK(text_at(view, "lang") == "false");
  CHECK(text_at(view, "href") == "/a/fr/initiatives/lamp/");
  CHECK(text_at(view, "cluster.lang") == "en");
  CHECK(text_at(view, "cluster.href") == "/a/fr/clusters/light/");
  CHECK(text_at(view, "topics.0.href") == "/a/fr/topics/smart-light/");
  CHECK(text_at(view, "topics.0.count") == "2");
  CHECK(text_at(view, "topics.0.lang") == "en");
  CHECK(text_at(view, "countries.0.name") == "Allemagne");
  CHECK(text_at(view, "countries.0.code") == "DE");
}

TEST_CASE("accents follow the order of the clusters and begin again after the eighth") {
  std::vector<ParsedFile> files;
  for (int i = 0; i < 9; ++i) files.emplace_back(cluster("c" + std::to_string(i)).weight(-i));
  const Site site = site_of(files);
  PagePlan plan = plan_in(0);
  plan.kind = PageKind::initiative;
  plan.subject = 8;  // an initiative's number, though also a cluster's
  const PageScope scope(site, plan);
  CHECK(text_at(cluster_link(scope, 8), "accent") == "1");
  CHECK(text_at(cluster_link(scope, 1), "accent") == "8");
  CHECK(text_at(cluster_link(scope, 0), "accent") == "1");
  CHECK(text_at(cluster_link(scope, 8), "is_current") == "false");
  plan.kind = PageKind::cluster;
  CHECK(text_at(cluster_link(scope, 8), "is_current") == "true");
  CHECK(text_at(cluster_link(scope, 0), "is_current") == "false");
}

TEST_CASE("a picture of unknown size is shown without one, its name encoded") {
  const Site site = site_of({settings().base_url("https://example.eu/a/"),
                             initiative("lamp").as_bundle().image("a b.svg", "A \"lamp\"")},
                            {asset("initiatives/lamp/a b.svg")});
  const View view = card(site, "lamp");
  CHECK(text_at(view, "image.src") == "/a/initiatives/lamp/a%20b.svg");
  CHECK(text_at(view, "image.alt") == "A \"lamp\"");
  CHECK(text_at(view, "image.width") == "false");
  CHECK(text_at(view, "image.height") == "false");
}
