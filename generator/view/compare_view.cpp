#include "view/compare_view.h"

#include "view/card_views.h"
#include "view/frame_views.h"

namespace lamppost {
namespace {

/// More than that nobody looks through in one list, and the page would weigh too much.
constexpr std::size_t most_choices = 300;

/// All initiatives by title; none where they are too many.
View::List compare_choices(const PageScope& scope) {
  const auto& initiatives = scope.edition.initiatives;
  if (initiatives.size() > most_choices) return {};
  View::List list;
  for (const InitiativeId id : scope.edition.by_title) {
    const LocalInitiative& local = initiatives.at(id);
    list.push_back(View::Map{{"value", local.initiative->origin.slug},
                             {"label", local.initiative->title.value}});
    set_language(list.back(), scope, local.language);
  }
  return list;
}

}  // namespace

View compare_view(const PageScope& scope) {
  View view = frame_view(scope, only_subject(scope));
  set_list<"choices">(view, compare_choices(scope));
  set_list<"statuses">(view, status_views(scope));
  set_list<"countries">(view, country_links(scope));
  return view;
}

}  // namespace lamppost
