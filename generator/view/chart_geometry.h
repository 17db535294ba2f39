#pragma once

#include <string>
#include <vector>

#include "model/date.h"

namespace lamppost {

/// A part of a whole as an SVG attribute takes it, in percent with at most one decimal and without
/// its sign: `42.5`. Between 0 and 100.
[[nodiscard]] std::string percent_of(double part, double whole);

/// The same for a bar: what is not nothing can be seen.
[[nodiscard]] std::string bar_length_of(double part, double whole);

/// What was reached when.
struct DatedValue {
  Date date{};
  double value = 0;
};

/// Where things stand in a chart of values over time: from 0 to 1, from its left and from its foot.
struct ChartPlace {
  double x = 0;
  double y = 0;

  friend bool operator==(const ChartPlace&, const ChartPlace&) = default;
};

/// Lays out values over time: the days between two dates, the values from 0 to the highest.
class TimeChart {
 public:
  /// `first` is before `last`.
  TimeChart(Date first, Date last, double highest);

  [[nodiscard]] ChartPlace place_of(const DatedValue& value) const;

 private:
  double first_;
  double days_;
  double highest_;
};

}  // namespace lamppost
