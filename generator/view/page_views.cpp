#include "view/page_views.h"

#include <algorithm>
#include <cassert>

#include "data/body_html.h"
#include "model/address.h"
#include "view/card_views.h"
#include "view/change_views.h"
#include "view/compare_view.h"
#include "view/contribute_view.h"
#include "view/extra_views.h"
#include "view/filter_views.h"
#include "view/find_views.h"
#include "view/frame_views.h"
#include "view/initiative_views.h"
#include "view/pagination_view.h"
#include "view/reuse_views.h"
#include "view/statistics_views.h"

namespace lamppost {
namespace {

/// One run of initiatives that the same cluster leads.
View section_view(const PageScope& scope, const std::optional<ClusterId>& id,
                  std::span<const InitiativeId> initiatives) {
  View view(View::Map{{"cluster", id ? cluster_link(scope, *id) : View(false)}});
  const LocalCluster* cluster = id ? &scope.edition.clusters.at(*id) : nullptr;
  const std::uint64_t count = cluster != nullptr ? cluster->leads.size() : initiatives.size();
  view.set("summary", optional_text(cluster != nullptr ? cluster->summary : ""));
  view.set("total", figure_view(scope, "initiatives", count));
  view.set("is_continued", cluster != nullptr && !cluster->leads.empty() &&
                               cluster->leads.front() != initiatives.front());
  view.set("cards", card_views(scope, initiatives));
  return view;
}

View::List sections(const PageScope& scope, std::span<const InitiativeId> shown) {
  View::List list;
  const auto cluster_of = [&](InitiativeId id) { return scope.edition.initiatives[id].cluster; };
  while (!shown.empty()) {
    const auto cluster = cluster_of(shown.front());
    const auto end = std::find_if(shown.begin(), shown.end(),
                                  [&](InitiativeId id) { return cluster_of(id) != cluster; });
    const auto size = static_cast<std::size_t>(end - shown.begin());
    list.push_back(section_view(scope, cluster, shown.first(size)));
    shown = shown.subspan(size);
  }
  return list;
}

View home_view(const PageScope& scope) {
  const Edition& edition = scope.edition;
  const FreePage& page = edition.home.page;
  PageSubject subject;
  subject.title = page.title.value.empty() ? edition.texts.title : page.title.value;
  subject.description = page.summary.empty() ? edition.texts.description : page.summary;
  subject.language = edition.home.language;
  subject.translations = edition.home.translations;
  subject.origin = &page.origin;

  View view = frame_view(scope, subject);
  view.set("body", optional_html(
                       body_html(scope.site, scope.plan.edition, page.origin, edition.home.body)));
  view.set("totals", total_views(scope, edition.initiatives.size(), edition.totals));
  set_list<"sections">(view, sections(scope, page_of(scope, edition.order)));
  view.set("filter", filter_view(scope, edition.order));
  set_list<"topics">(view, topic_links(scope));
  set_list<"countries">(view, country_links(scope));
  view.set("pagination", pagination_view(scope, home_address(edition.prefix)));
  view.set("extra", extra_view(page.extra));
  return view;
}

/// What the cluster leads, then, apart, what else it lists: one sequence, page by page.
void add_cluster_lists(View& view, const PageScope& scope, const LocalCluster& cluster) {
  const std::vector<InitiativeId> all = list_of(cluster);
  const std::span<const InitiativeId> shown = page_of(scope, all);
  const std::size_t before = std::min(cluster.leads.size(), page_start(scope));
  const std::size_t led = std::min(shown.size(), cluster.leads.size() - before);
  set_list<"cards">(view, card_views(scope, shown.first(led)));
  set_list<"also_listed">(view, card_views(scope, shown.subspan(led)));
  view.set("filter", filter_view(scope, all));
}

View cluster_view(const PageScope& scope) {
  const LocalCluster& local = scope.edition.clusters.at(scope.plan.subject);
  const Cluster& cluster = local.cluster;
  const std::string address = cluster_address(scope.edition.prefix, cluster.origin.slug);
  PageSubject subject;
  subject.title = cluster.title.value;
  subject.description = local.summary;
  subject.language = local.language;
  subject.translations = local.translations;
  subject.origin = &cluster.origin;
  subject.image = &cluster.image;

  View view = frame_view(scope, subject);
  view.set("summary", optional_text(cluster.summary));
  view.set("accent", *cluster_link(scope, scope.plan.subject).find("accent"));
  view.set("body",
           optional_html(body_html(scope.site, scope.plan.edition, cluster.origin, local.body)));
  view.set("image", image_view(scope, cluster.origin, cluster.image));
  view.set("totals", total_views(scope, local.leads.size(), local.totals));
  add_cluster_lists(view, scope, local);
  set_list<"groups">(
      view, scope.plan.page_number == 1 ? cluster_groups(scope, local.leads) : View::List());
  view.set("feed", scope.link(address + "feed.xml"));
  view.set("pagination", pagination_view(scope, address));
  view.set("extra", extra_view(cluster.extra));
  return view;
}

View initiative_view(const PageScope& scope) {
  const LocalInitiative& local = scope.edition.initiatives.at(scope.plan.subject);
  PageSubject subject;
  subject.title = local.initiative->title.value;
  subject.description = local.summary;
  subject.language = local.language;
  subject.translations = local.translations;
  subject.origin = &local.initiative->origin;
  subject.image = &local.initiative->image;
  if (local.cluster) {
    const LocalCluster& cluster = scope.edition.clusters.at(*local.cluster);
    subject.trail.push_back(menu_entry(
        scope, cluster.cluster->title.value,
        cluster_address(scope.edition.prefix, cluster.cluster->origin.slug), cluster.language));
  }
  View view = frame_view(scope, subject);
  add_initiative(view, scope, scope.plan.subject);
  return view;
}

/// A topic's, a country's or a project's page; `kind` is the key of its words.
View term_view(const PageScope& scope, const Term& term, const std::string& kind,
               const std::string& address) {
  PageSubject subject = made_subject(scope, term.name);
  subject.title_language = term.language;
  subject.description = scope.words.text("descriptions." + kind, {{"name", term.name}});
  View view = frame_view(scope, subject);
  view.set("description", subject.description);
  view.set("total", figure_view(scope, "initiatives", term.initiatives.size()));
  set_list<"cards">(view, card_views(scope, page_of(scope, term.initiatives)));
  view.set("filter", filter_view(scope, term.initiatives));
  view.set("pagination", pagination_view(scope, address));
  return view;
}

View topic_view(const PageScope& scope) {
  const Term& topic = scope.edition.topics.at(scope.plan.subject);
  return term_view(scope, topic, "topic", topic_address(scope.edition.prefix, topic.slug));
}

View country_view(const PageScope& scope) {
  const Term& country = scope.edition.countries.at(scope.plan.subject);
  View view =
      term_view(scope, country, "country", country_address(scope.edition.prefix, country.slug));
  view.set("code", country.code);
  return view;
}

View project_page_view(const PageScope& scope) {
  const Term& project = scope.edition.projects.at(scope.plan.subject);
  View view =
      term_view(scope, project, "project", project_address(scope.edition.prefix, project.slug));
  view.set("cordis", project.code);
  view.set("cordis_href", cordis_page(project.code));
  view.set("programme", optional_text(project.programme));
  return view;
}

View changes_view(const PageScope& scope) {
  const PageSubject subject = only_subject(scope);
  View view = frame_view(scope, subject);
  view.set("description", subject.description);
  add_changes(view, scope);
  view.set("pagination", pagination_view(scope, changes_address(scope.edition.prefix)));
  return view;
}

View free_page_view(const PageScope& scope) {
  const LocalPage& local = scope.edition.pages.at(scope.plan.subject);
  const FreePage& page = local.page;
  PageSubject subject;
  subject.title = page.title.value;
  subject.description =
      page.summary.empty() ? scope.site.bodies.at(local.body).first_paragraph : page.summary;
  subject.language = local.language;
  subject.translations = local.translations;
  subject.origin = &page.origin;

  View view = frame_view(scope, subject);
  view.set("summary", optional_text(page.summary));
  view.set("body",
           optional_html(body_html(scope.site, scope.plan.edition, page.origin, local.body)));
  view.set("extra", extra_view(page.extra));
  return view;
}

View not_found_view(const PageScope& scope) {
  return frame_view(scope, made_subject(scope, scope.words.text("not_found.title")));
}

View redirect_view(const PageScope& scope) {
  View view = frame_view(scope, made_subject(scope, scope.words.text("redirect.title")));
  const std::string& base = scope.site.settings.base_url;
  view.set("target", View::Map{{"href", scope.link(scope.plan.target)},
                               {"url", absolute_url(base, scope.plan.target)}});
  return view;
}

}  // namespace

View shared_card(const Site& site, std::uint32_t edition, InitiativeId id,
                 const EditionViews& made) {
  const PagePlan plan = no_page(edition);
  return View::shared(card_view(PageScope(site, plan, &made), id));
}

View view_of(const Site& site, const PagePlan& plan, const SharedViews& shared) {
  const PageScope scope(site, plan, shared.empty() ? nullptr : &shared.at(plan.edition));
  switch (scope.plan.kind) {
    case PageKind::home:
      return home_view(scope);
    case PageKind::cluster:
      return cluster_view(scope);
    case PageKind::initiative:
      return initiative_view(scope);
    case PageKind::topic:
      return topic_view(scope);
    case PageKind::country:
      return country_view(scope);
    case PageKind::project:
      return project_page_view(scope);
    case PageKind::changes:
      return changes_view(scope);
    case PageKind::free_page:
      return free_page_view(scope);
    case PageKind::a_to_z:
      return a_to_z_view(scope);
    case PageKind::search:
      return search_view(scope);
    case PageKind::not_found:
      return not_found_view(scope);
    case PageKind::redirect:
      return redirect_view(scope);
    case PageKind::statistics:
      return statistics_view(scope);
    case PageKind::open_data:
      return open_data_view(scope);
    case PageKind::contribute:
      return contribute_view(scope);
    case PageKind::embed:
      return embed_view(scope);
    case PageKind::compare:
      return compare_view(scope);
    default:
      assert(false && "only kinds that have a layout have a view");
      return {};
  }
}

}  // namespace lamppost
