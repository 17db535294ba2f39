#include "view/card_views.h"

#include <algorithm>

#include "model/address.h"
#include "model/resolve.h"
#include "view/change_views.h"
#include "view/extra_views.h"

namespace lamppost {
namespace {

/// Themes have this many accent colours; more clusters begin again with the first.
constexpr std::size_t accent_count = 8;

std::string accent_of(const Edition& edition, ClusterId id) {
  const auto& order = edition.cluster_order;
  const auto place = std::find(order.begin(), order.end(), id) - order.begin();
  return std::to_string(static_cast<std::size_t>(place) % accent_count + 1);
}

/// A text at the length of cards. Fewer bytes than that are fewer characters: no need to count.
std::string short_text(const PageScope& scope, const std::string& text) {
  const std::size_t length = scope.site.settings.teaser_length;
  return text.size() <= length ? text : teaser(text, length);
}

View term_link(const PageScope& scope, const Term& term, const std::string& address) {
  return View::Map{{"name", term.name},
                   {"slug", term.slug},
                   {"href", scope.link(address)},
                   {"count", scope.edition.language.number(term.initiatives.size())}};
}

/// One that has been made already.
const View* shared_figure(const PageScope& scope, const std::string& key, std::uint64_t count) {
  if (scope.shared == nullptr) return nullptr;
  const auto of_key = scope.shared->figures.find(key);
  if (of_key == scope.shared->figures.end()) return nullptr;
  const auto found = of_key->second.find(count);
  return found == of_key->second.end() ? nullptr : &found->second;
}

View link_to_cluster(const PageScope& scope, ClusterId id, bool is_current) {
  if (scope.shared != nullptr && !is_current) return scope.shared->cluster_links.at(id);
  const LocalCluster& cluster = scope.edition.clusters.at(id);
  const std::string address = cluster_address(scope.edition.prefix, cluster.cluster->origin.slug);
  View view(View::Map{{"title", cluster.cluster->title.value},
                      {"slug", cluster.cluster->origin.slug},
                      {"href", scope.link(address)},
                      {"accent", accent_of(scope.edition, id)}});
  set_language(view, scope, cluster.language);
  view.set("is_current", is_current);
  return view;
}

}  // namespace

View topic_link(const PageScope& scope, std::uint32_t topic) {
  if (scope.shared != nullptr) return scope.shared->topics.at(topic);
  const Term& term = scope.edition.topics.at(topic);
  View view = term_link(scope, term, topic_address(scope.edition.prefix, term.slug));
  set_language(view, scope, term.language);
  return view;
}

View country_link(const PageScope& scope, std::uint32_t country) {
  if (scope.shared != nullptr) return scope.shared->countries.at(country);
  const Term& term = scope.edition.countries.at(country);
  View view = term_link(scope, term, country_address(scope.edition.prefix, term.slug));
  view.set("code", term.code);
  return view;
}

View::List topic_links(const PageScope& scope) {
  View::List list;
  for (std::uint32_t id = 0; id < scope.edition.topics.size(); ++id) {
    list.push_back(topic_link(scope, id));
  }
  return list;
}

View::List country_links(const PageScope& scope) {
  View::List list;
  for (std::uint32_t id = 0; id < scope.edition.countries.size(); ++id) {
    list.push_back(country_link(scope, id));
  }
  return list;
}

View figure_view(const PageScope& scope, const std::string& key, std::uint64_t count) {
  if (const View* made = shared_figure(scope, key, count)) return *made;
  return View::Map{{"key", key},
                   {"value", scope.edition.language.number(count)},
                   {"number", std::to_string(count)},
                   {"label", scope.words.count("labels." + key, count)},
                   {"text", scope.words.count("figures." + key, count)},
                   {"is_zero", count == 0}};
}

View::List figure_views(const PageScope& scope, const Figures& figures) {
  return {figure_view(scope, "members", figures.members),
          figure_view(scope, "documents", figures.documents),
          figure_view(scope, "projects", figures.projects),
          figure_view(scope, "discussions", figures.discussions)};
}

View::List total_views(const PageScope& scope, std::uint64_t initiatives, const Figures& figures) {
  View::List list = figure_views(scope, figures);
  list.insert(list.begin(), figure_view(scope, "initiatives", initiatives));
  return list;
}

View date_view(const PageScope& scope, const std::optional<Date>& date) {
  if (!date) return false;
  return View::Map{{"iso", iso_date(*date)}, {"text", scope.edition.language.date(*date)}};
}

View status_view(const PageScope& scope, Status status) {
  if (scope.shared != nullptr) return scope.shared->statuses.at(static_cast<std::size_t>(status));
  const std::string key(name_of(status));
  return View::Map{{"key", key},
                   {"label", scope.words.text("status." + key)},
                   {"is_planned", status == Status::planned},
                   {"is_active", status == Status::active},
                   {"is_completed", status == Status::completed}};
}

View::List status_views(const PageScope& scope) {
  View::List list;
  for (const Status status : all_statuses) list.push_back(status_view(scope, status));
  return list;
}

View image_view(const PageScope& scope, const Origin& from, const std::optional<Image>& image) {
  if (!image) return false;
  const Asset* asset = find_beside(scope.site, from, image->src.value);
  if (asset == nullptr) return false;
  View view(
      View::Map{{"src", scope.link("/" + asset->output_path)}, {"alt", optional_text(image->alt)}});
  const auto& pixels = asset->pixels;
  view.set("width", pixels ? View(std::to_string(pixels->width)) : View(false));
  view.set("height", pixels ? View(std::to_string(pixels->height)) : View(false));
  return view;
}

View cluster_link(const PageScope& scope, ClusterId id) {
  return link_to_cluster(scope, id,
                         scope.plan.kind == PageKind::cluster && scope.plan.subject == id);
}

View::List cluster_links(const PageScope& scope, std::span<const ClusterId> ids) {
  View::List list;
  for (const ClusterId id : ids) list.push_back(cluster_link(scope, id));
  return list;
}

View initiative_link(const PageScope& scope, std::optional<InitiativeId> id) {
  if (!id) return false;
  const LocalInitiative& local = scope.edition.initiatives.at(*id);
  const std::string address =
      initiative_address(scope.edition.prefix, local.initiative->origin.slug);
  View view(View::Map{{"title", local.initiative->title.value}, {"href", scope.link(address)}});
  set_language(view, scope, local.language);
  return view;
}

View card_view(const PageScope& scope, InitiativeId id) {
  if (scope.shared != nullptr && !scope.shared->cards.empty()) return scope.shared->cards.at(id);
  const LocalInitiative& local = scope.edition.initiatives.at(id);
  const Initiative& initiative = local.initiative;
  View view = initiative_link(scope, id);
  view.set("slug", initiative.origin.slug);
  view.set("members", figure_view(scope, "members", initiative.members.count));
  view.set("goal", optional_text(short_text(scope, initiative.goal)));
  view.set("teaser", optional_text(local.teaser));
  view.set("cluster", local.cluster ? link_to_cluster(scope, *local.cluster, false) : View(false));
  view.set("figures", figure_views(scope, figures_of(initiative)));
  view.set("status", status_view(scope, initiative.status));
  view.set("updated", date_view(scope, initiative.updated));
  view.set("change", change_view(scope, id));
  view.set("image", image_view(scope, initiative.origin, initiative.image));
  View::List topics;
  for (const auto topic : local.topics) {
    topics.push_back(topic_link(scope, topic));
  }
  set_list<"topics">(view, std::move(topics));
  View::List countries;
  for (const auto country : local.countries) {
    countries.push_back(country_link(scope, country));
  }
  set_list<"countries">(view, std::move(countries));
  view.set("extra", extra_view(initiative.extra));
  return view;
}

View::List card_views(const PageScope& scope, std::span<const InitiativeId> ids) {
  View::List list;
  for (const InitiativeId id : ids) list.push_back(card_view(scope, id));
  return list;
}

void add_parts_of_cards(EditionViews& views, const PageScope& scope) {
  for (View& status : status_views(scope)) {
    views.statuses.push_back(View::shared(std::move(status)));
  }
  for (ClusterId id = 0; id < scope.edition.clusters.size(); ++id) {
    views.cluster_links.push_back(View::shared(cluster_link(scope, id)));
  }
  for (std::uint32_t id = 0; id < scope.edition.topics.size(); ++id) {
    views.topics.push_back(View::shared(topic_link(scope, id)));
  }
  for (std::uint32_t id = 0; id < scope.edition.countries.size(); ++id) {
    views.countries.push_back(View::shared(country_link(scope, id)));
  }
  const auto add = [&](const std::string& key, std::uint64_t count) {
    View& view = views.figures[key][count];
    if (view == View()) view = View::shared(figure_view(scope, key, count));
  };
  for (const LocalInitiative& local : scope.edition.initiatives) {
    const Figures figures = figures_of(local.initiative);
    add("members", figures.members);
    add("documents", figures.documents);
    add("projects", figures.projects);
    add("discussions", figures.discussions);
  }
}

}  // namespace lamppost
