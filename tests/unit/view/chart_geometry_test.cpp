#include "view/chart_geometry.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

DatedValue on(const std::string& date, double value) {
  return {date_from(date).value_or(Date{}), value};
}

}  // namespace

TEST_CASE("a part is written in percent, with a decimal where it has one") {
  CHECK(percent_of(1, 2) == "50");
  CHECK(percent_of(1, 3) == "33.3");
  CHECK(percent_of(7, 7) == "100");
}

TEST_CASE("nothing is 0, a little of a bar can be seen, and nothing is more than the whole") {
  CHECK(percent_of(0, 9) == "0");
  CHECK(percent_of(1, 1e9) == "0");
  CHECK(bar_length_of(1, 1e9) == "0.5");
  CHECK(bar_length_of(0, 1e9) == "0");
  CHECK(bar_length_of(1, 4) == "25");
  CHECK(percent_of(9, 3) == "100");
  CHECK(percent_of(-1, 3) == "0");
  CHECK(percent_of(1, 0) == "0");
}

TEST_CASE("a chart over time goes from its first day to its last and from 0 to the highest") {
  const TimeChart chart(on("2020-01-01", 0).date, on("2020-01-11", 0).date, 200);
  CHECK(chart.place_of(on("2020-01-01", 0)) == ChartPlace{0, 0});
  CHECK(chart.place_of(on("2020-01-06", 100)) == ChartPlace{0.5, 0.5});
  CHECK(chart.place_of(on("2020-01-11", 200)) == ChartPlace{1, 1});
}

TEST_CASE("what is off a chart is put at its edge") {
  const TimeChart chart(on("2020-01-01", 0).date, on("2020-01-11", 0).date, 200);
  CHECK(chart.place_of(on("2019-01-01", -5)) == ChartPlace{0, 0});
  CHECK(chart.place_of(on("2021-01-01", 900)) == ChartPlace{1, 1});
}
