#include "view/chart_geometry.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace lamppost {
namespace {

double day_number(Date date) {
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// A part between nothing and all; of no whole there is no part.
double share_of_whole(double part, double whole) {
  return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0;
}

}  // namespace

std::string percent_of(double part, double whole) {
  constexpr double least_seen = 5;  // tenths of a percent
  const double exact = share_of_whole(part, whole) * 1000;
  const double seen = exact > 0 ? std::max(exact, least_seen) : 0;
  const auto tenths = static_cast<int>(std::lround(seen));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append(".").append(std::to_string(tenths % 10));
  return text;
}

TimeChart::TimeChart(Date first, Date last, double highest)
    : first_(day_number(first)), days_(day_number(last) - first_), highest_(highest) {}

ChartPlace TimeChart::place_of(const DatedValue& value) const {
  return {share_of_whole(day_number(value.date) - first_, days_),
          share_of_whole(value.value, highest_)};
}

}  // namespace lamppost
