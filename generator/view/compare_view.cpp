#include "view/compare_view.h"

#include "assemble/order.h"
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
  std::vector<OrderPlace> places;
  for (const LocalInitiative& local : initiatives) {
    places.push_back({{}, scope.edition.language.sort_key(local.initiative->title.value)});
  }
  View::List list;
  for (const InitiativeId id : ids_by_title(places)) {
    const LocalInitiative& local = initiatives.at(id);
    list.push_back(View::Map{{"value", local.initiative->origin.slug},
                             {"label", local.initiative->title.value}});
    set_language(list.back(), scope, local.language);
  }
  return list;
}

}  // namespace

View compare_view(const PageScope& scope) {
  PageSubject subject = made_subject(scope, scope.words.text("compare.title"));
  subject.description = scope.words.text("descriptions.compare");
  View view = frame_view(scope, subject);
  set_list(view, "choices", compare_choices(scope));
  View::List statuses;
  for (const Status status : {Status::planned, Status::active, Status::completed}) {
    statuses.push_back(status_view(scope, status));
  }
  set_list(view, "statuses", std::move(statuses));
  View::List countries;
  for (std::uint32_t id = 0; id < scope.edition.countries.size(); ++id) {
    countries.push_back(country_link(scope, id));
  }
  set_list(view, "countries", std::move(countries));
  return view;
}

}  // namespace lamppost
