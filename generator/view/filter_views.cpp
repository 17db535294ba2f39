#include "view/filter_views.h"

#include <array>
#include <string>

#include "model/address.h"
#include "view/card_views.h"

namespace lamppost {
namespace {

/// Fewer are seen at a glance: a form above them would be longer than they are.
constexpr std::size_t least_worth_filtering = 4;

/// How many of a list have what, by the indexes of the edition.
struct FilterTally {
  std::map<std::uint32_t, std::uint64_t> clusters;
  std::map<std::uint32_t, std::uint64_t> topics;
  std::map<std::uint32_t, std::uint64_t> countries;
  std::map<Status, std::uint64_t> statuses;
};

FilterTally tally_of(const Edition& edition, std::span<const InitiativeId> list) {
  FilterTally tally;
  for (const InitiativeId id : list) {
    const LocalInitiative& local = edition.initiatives.at(id);
    if (local.cluster) ++tally.clusters[*local.cluster];
    for (const std::uint32_t topic : local.topics) ++tally.topics[topic];
    for (const std::uint32_t country : local.countries) ++tally.countries[country];
    ++tally.statuses[local.initiative->status];
  }
  return tally;
}

View choice_view(const PageScope& scope, const std::string& value, const std::string& label,
                 std::uint64_t count) {
  return View::Map{
      {"value", value}, {"label", label}, {"count", scope.edition.language.number(count)}};
}

View::List cluster_choices(const PageScope& scope, const FilterTally& tally) {
  View::List list;
  for (const ClusterId id : scope.edition.cluster_order) {
    const auto found = tally.clusters.find(id);
    if (found == tally.clusters.end()) continue;
    const LocalCluster& local = scope.edition.clusters.at(id);
    const Cluster& cluster = local.cluster;
    list.push_back(choice_view(scope, cluster.origin.slug, cluster.title.value, found->second));
    set_language(list.back(), scope, local.language);
  }
  return list;
}

View::List topic_choices(const PageScope& scope, const FilterTally& tally) {
  View::List list;
  for (const auto& [id, count] : tally.topics) {
    const Term& term = scope.edition.topics.at(id);
    list.push_back(choice_view(scope, term.slug, term.name, count));
    set_language(list.back(), scope, term.language);
  }
  return list;
}

/// Their names are those of the edition's language.
View::List country_choices(const PageScope& scope, const FilterTally& tally) {
  View::List list;
  for (const auto& [id, count] : tally.countries) {
    const Term& term = scope.edition.countries.at(id);
    list.push_back(choice_view(scope, term.slug, term.name, count));
  }
  return list;
}

View::List status_choices(const PageScope& scope, const FilterTally& tally) {
  View::List list;
  for (const auto& [status, count] : tally.statuses) {
    const std::string key(name_of(status));
    list.push_back(choice_view(scope, key, scope.words.text("status." + key), count));
  }
  return list;
}

/// What the page is about itself: there is nothing to choose. `false` on the home page.
View within(const PageScope& scope) {
  const Edition& edition = scope.edition;
  const std::uint32_t subject = scope.plan.subject;
  switch (scope.plan.kind) {
    case PageKind::cluster:
      return View::Map{{"key", "cluster"},
                       {"value", edition.clusters.at(subject).cluster->origin.slug}};
    case PageKind::topic:
      return View::Map{{"key", "topic"}, {"value", edition.topics.at(subject).slug}};
    case PageKind::country:
      return View::Map{{"key", "country"}, {"value", edition.countries.at(subject).slug}};
    default:
      return false;
  }
}

/// A list of choices, and a flag whether there is anything to choose.
void add_choices(View& view, Name name, Name has, View::List choices) {
  view.set(has, choices.size() > 1);
  view.set(name, std::move(choices));
}

template <Literal name>
void set_choices(View& view, View::List choices) {
  add_choices(view, ListName<name>::list, ListName<name>::has, std::move(choices));
}

/// Adds the choices of all kinds; none of what the page is about itself.
void set_all_choices(View& view, const PageScope& scope, const FilterTally& tally) {
  const auto unless = [&](PageKind own, View::List choices) {
    return scope.plan.kind == own ? View::List{} : std::move(choices);
  };
  set_choices<"clusters">(view, unless(PageKind::cluster, cluster_choices(scope, tally)));
  set_choices<"topics">(view, unless(PageKind::topic, topic_choices(scope, tally)));
  set_choices<"countries">(view, unless(PageKind::country, country_choices(scope, tally)));
  set_choices<"statuses">(view, status_choices(scope, tally));
}

View made_filter(const PageScope& scope, std::span<const InitiativeId> list) {
  const bool is_long = scope.plan.page_count > 1;
  const std::string count = scope.edition.language.number(std::uint64_t{list.size()});
  View view(View::Map{
      {"action", is_long ? View(scope.link(search_address(scope.edition.prefix))) : View(false)},
      {"within", within(scope)},
      {"count", scope.words.text("filter.count", {{"n", count}, {"count", count}})}});
  set_all_choices(view, scope, tally_of(scope.edition, list));
  return view;
}

/// The search knows no EU-funded projects.
bool can_be_searched(const PageScope& scope) {
  return offers(scope.site, PageKind::search) && scope.plan.kind != PageKind::project;
}

/// Adds the filters of the lists of one kind that go over several pages.
class LongLists {
 public:
  LongLists(const Site& site, std::uint32_t edition) : site_(site), edition_(edition) {}

  void add(PageKind kind, std::uint32_t subject, std::span<const InitiativeId> list) {
    if (list.size() <= site_.settings.initiatives_per_page) return;
    PagePlan plan = no_page(edition_);
    plan.kind = kind;
    plan.subject = subject;
    plan.page_count = 2;  // or more
    filters_[{kind, subject}] = View::shared(filter_view(PageScope(site_, plan), list));
  }

  void add_terms(PageKind kind, const std::vector<Term>& terms) {
    for (std::uint32_t id = 0; id < terms.size(); ++id) add(kind, id, terms[id].initiatives);
  }

  [[nodiscard]] auto take() { return std::move(filters_); }

 private:
  const Site& site_;
  std::uint32_t edition_;
  std::map<std::pair<PageKind, std::uint32_t>, View> filters_;
};

}  // namespace

std::vector<InitiativeId> list_of(const LocalCluster& cluster) {
  std::vector<InitiativeId> list = cluster.leads;
  list.insert(list.end(), cluster.lists.begin(), cluster.lists.end());
  return list;
}

View filter_view(const PageScope& scope, std::span<const InitiativeId> list) {
  if (list.size() < least_worth_filtering) return false;
  if (scope.plan.page_count > 1 && !can_be_searched(scope)) return false;
  if (scope.shared != nullptr) {
    const auto made = scope.shared->filters.find({scope.plan.kind, scope.plan.subject});
    if (made != scope.shared->filters.end()) return made->second;
  }
  return made_filter(scope, list);
}

View search_filter_view(const PageScope& scope) {
  const Edition& edition = scope.edition;
  FilterTally tally = tally_of(edition, edition.order);
  for (ClusterId id = 0; id < edition.clusters.size(); ++id) {
    const std::size_t also_in = edition.clusters[id].lists.size();
    if (also_in > 0) tally.clusters[id] += also_in;
  }
  View view(View::Map{});
  set_all_choices(view, scope, tally);
  return view;
}

std::map<std::pair<PageKind, std::uint32_t>, View> filters_of_long_lists(const Site& site,
                                                                         std::uint32_t edition) {
  LongLists lists(site, edition);
  const Edition& from = site.editions.at(edition);
  lists.add(PageKind::home, PagePlan::no_subject, from.order);
  for (ClusterId id = 0; id < from.clusters.size(); ++id) {
    lists.add(PageKind::cluster, id, list_of(from.clusters[id]));
  }
  lists.add_terms(PageKind::topic, from.topics);
  lists.add_terms(PageKind::country, from.countries);
  return lists.take();
}

}  // namespace lamppost
