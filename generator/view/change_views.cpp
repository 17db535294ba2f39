#include "view/change_views.h"

#include <algorithm>
#include <string>
#include <vector>

#include "view/card_views.h"
#include "view/pagination_view.h"

namespace lamppost {
namespace {

View::List part_views(const PageScope& scope, const Change& change) {
  View::List list;
  for (const std::string& part : change.parts) {
    list.push_back(View::Map{{"key", part}, {"label", scope.words.text("parts." + part)}});
  }
  return list;
}

/// The part of a list that stands on the planned page, if the lists before it have that many.
std::span<const InitiativeId> share_of_page(const PageScope& scope,
                                            std::span<const InitiativeId> list,
                                            std::size_t before) {
  const std::size_t start = page_start(scope);
  const std::size_t end = start + scope.site.settings.initiatives_per_page;
  const std::size_t from = std::min(list.size(), start > before ? start - before : 0);
  const std::size_t to = std::min(list.size(), end > before ? end - before : 0);
  return list.subspan(from, std::max(from, to) - from);
}

View::List removed_views(const PageScope& scope, const Changes& changes) {
  View::List list;
  if (scope.plan.page_number < scope.plan.page_count) return list;
  for (const RemovedInitiative& removed : changes.removed) {
    View view(View::Map{{"title", removed.title}});
    set_language(view, scope, scope.site.settings.languages.front().code);
    list.push_back(std::move(view));
  }
  return list;
}

/// Those that say when they were updated, latest first; so many as a page of a list shows.
std::vector<InitiativeId> recently_updated(const PageScope& scope) {
  const auto& initiatives = scope.edition.initiatives;
  std::vector<InitiativeId> ids;
  for (InitiativeId id = 0; id < initiatives.size(); ++id) {
    if (initiatives[id].initiative->updated) ids.push_back(id);
  }
  const auto is_later = [&](InitiativeId a, InitiativeId b) {
    const auto& date_a = initiatives[a].initiative->updated;
    const auto& date_b = initiatives[b].initiative->updated;
    return date_a != date_b ? date_a > date_b : a < b;
  };
  const std::size_t shown = std::min(ids.size(), scope.site.settings.initiatives_per_page);
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(ids.begin(), end, ids.end(), is_later);
  ids.resize(shown);
  return ids;
}

View dated_text(const PageScope& scope, const std::string& key, const std::string& undated) {
  const std::optional<Date>& since = scope.site.changes->since;
  if (!since) return undated.empty() ? View(false) : View(scope.words.text(undated));
  return scope.words.text(key, {{"date", scope.edition.language.date(*since)}});
}

}  // namespace

View change_view(const PageScope& scope, InitiativeId id) {
  if (!scope.site.changes) return false;
  const std::optional<Change>& change = scope.site.changes->by_initiative.at(id);
  if (!change) return false;
  const std::string kind = change->is_new ? "new" : "changed";
  View view(
      View::Map{{"is_new", change->is_new},
                {"label", scope.words.text("changes.undated_" + kind)},
                {"text", dated_text(scope, "changes.is_" + kind, "changes.undated_" + kind)}});
  set_list<"parts">(view, part_views(scope, *change));
  return view;
}

void add_changes(View& view, const PageScope& scope) {
  const Changes none;
  const Changes& changes = scope.site.changes ? *scope.site.changes : none;
  const auto added = share_of_page(scope, changes.added, 0);
  const auto changed = share_of_page(scope, changes.changed, changes.added.size());
  view.set("since", scope.site.changes ? dated_text(scope, "changes.since", "") : View(false));
  set_list<"added">(view, card_views(scope, added));
  set_list<"changed">(view, card_views(scope, changed));
  set_list<"removed">(view, removed_views(scope, changes));
  set_list<"recent">(
      view, scope.site.changes ? View::List{} : card_views(scope, recently_updated(scope)));
}

}  // namespace lamppost
