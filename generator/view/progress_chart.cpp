#include "view/progress_chart.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "view/card_views.h"
#include "view/chart_geometry.h"

namespace lamppost {
namespace {

/// What the milestones say was reached, by date.
std::vector<DatedValue> reached_values(const Initiative& initiative) {
  std::vector<DatedValue> values;
  for (const Milestone& milestone : initiative.milestones) {
    if (milestone.value) values.push_back({milestone.date, *milestone.value});
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const DatedValue& a, const DatedValue& b) { return a.date < b.date; });
  return values;
}

std::string from_left(const ChartPlace& place) { return percent_of(place.x, 1); }
std::string from_top(const ChartPlace& place) { return percent_of(1 - place.y, 1); }

View line_view(const ChartPlace& from, const ChartPlace& to) {
  return View::Map{
      {"x1", from_left(from)}, {"y1", from_top(from)}, {"x2", from_left(to)}, {"y2", from_top(to)}};
}

/// Nothing is known of the time between two milestones: the value stays as it was, then steps up.
void add_steps(View& view, const std::vector<ChartPlace>& places) {
  View::List areas;
  View::List lines;
  for (std::size_t i = 1; i < places.size(); ++i) {
    const ChartPlace& from = places[i - 1];
    const ChartPlace corner{places[i].x, from.y};
    areas.push_back(View::Map{{"x", from_left(from)},
                              {"y", from_top(from)},
                              {"width", percent_of(corner.x - from.x, 1)},
                              {"height", percent_of(from.y, 1)}});
    lines.push_back(line_view(from, corner));
    lines.push_back(line_view(corner, places[i]));
  }
  view.set("areas", std::move(areas));
  view.set("lines", std::move(lines));
}

View::List point_views(const PageScope& scope, const std::vector<DatedValue>& values,
                       const std::vector<ChartPlace>& places) {
  View::List points;
  for (std::size_t i = 0; i < values.size(); ++i) {
    points.push_back(View::Map{{"x", from_left(places[i])},
                               {"y", from_top(places[i])},
                               {"value", scope.edition.language.number(values[i].value)},
                               {"date", date_view(scope, values[i].date)}});
  }
  return points;
}

}  // namespace

View progress_chart(const PageScope& scope, const Initiative& initiative) {
  const std::vector<DatedValue> values = reached_values(initiative);
  const bool tells = initiative.target && initiative.target->value > 0 && values.size() >= 2 &&
                     values.front().date < values.back().date;
  if (!tells) return false;
  const Target& target = *initiative.target;
  const Date last = std::max(values.back().date, target.by.value_or(values.back().date));
  double highest = target.value;
  for (const DatedValue& reached : values) highest = std::max(highest, reached.value);
  const TimeChart chart(values.front().date, last, highest);
  std::vector<ChartPlace> places;
  for (const DatedValue& reached : values) places.push_back(chart.place_of(reached));

  View view;
  add_steps(view, places);
  view.set("points", point_views(scope, values, places));
  const Date by = target.by.value_or(last);
  const ChartPlace goal = chart.place_of({by, target.value});
  view.set("target_y", from_top(goal));
  const bool has_day = target.by && *target.by >= values.front().date;
  view.set("target_x", has_day ? View(from_left(goal)) : View(false));
  view.set("top", scope.edition.language.number(highest));
  view.set("from", date_view(scope, values.front().date));
  view.set("to", date_view(scope, last));
  return view;
}

}  // namespace lamppost
