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

std::string in_percent(double share) {
  const auto tenths = static_cast<int>(std::lround(share * 1000));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append(".").append(std::to_string(tenths % 10));
  return text;
}

}  // namespace

std::string percent_of(double part, double whole) {
  return in_percent(share_of_whole(part, whole));
}

std::string bar_length_of(double part, double whole) {
  constexpr double least_seen = 0.005;
  const double share = share_of_whole(part, whole);
  return in_percent(share > 0 ? std::max(share, least_seen) : 0);
}

TimeChart::TimeChart(Date first, Date last, double highest)
    : first_(day_number(first)), days_(day_number(last) - first_), highest_(highest) {}

ChartPlace TimeChart::place_of(const DatedValue& value) const {
  return {share_of_whole(day_number(value.date) - first_, days_),
          share_of_whole(value.value, highest_)};
}

}  // namespace lamppost
