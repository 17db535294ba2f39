#include "view/progress_chart.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Milestone milestone(const std::string& date, std::optional<double> value) {
  return {date_from(date).value_or(Date{}), "M", value, ""};
}

View chart_of(std::vector<Milestone> milestones, std::optional<Target> target) {
  Initiative from = initiative("a").in("light").noun();
  from.milestones = std::move(milestones);
  from.target = std::move(target);
  const Site site = site_of({cluster("light"), ParsedFile{from, {}}});
  const PagePlan plan = plan_in(0);
  return progress_chart(PageScope(site, plan), local_initiative(site, "a").initiative);
}

Target target_of(double value, const std::string& by = "") {
  return {value, "lamps", date_from(by)};
}

}  // namespace

TEST_CASE("milestones with values are steps towards the target") {
  const View chart =
      chart_of({milestone("2020-01-11", 100), milestone("2020-01-01", 50)}, target_of(200));
  REQUIRE(size_at(chart, "points") == 2);
  CHECK(text_at(chart, "points.0.x") == "0");
  CHECK(text_at(chart, "points.0.y") == "75");
  CHECK(text_at(chart, "points.1.x") == "100");
  CHECK(text_at(chart, "points.1.y") == "50");
  CHECK(text_at(chart, "points.1.value") == "100");
  CHECK(text_at(chart, "points.0.date.iso") == "2020-01-01");
  REQUIRE(size_at(chart, "areas") == 1);
  CHECK(text_at(chart, "areas.0.width") == "100");
  CHECK(text_at(chart, "areas.0.height") == "25");
  REQUIRE(size_at(chart, "lines") == 2);
  CHECK(text_at(chart, "lines.0.y2") == "75");
  CHECK(text_at(chart, "lines.1.x1") == "100");
  CHECK(text_at(chart, "target_y") == "0");
  CHECK(text_at(chart, "target_x") == "false");
  CHECK(text_at(chart, "top") == "200");
}

TEST_CASE("a chart goes on to the day the target is set for, and up to what went past it") {
  const View chart = chart_of({milestone("2020-01-01", 10), milestone("2020-01-06", 400)},
                              target_of(200, "2020-01-11"));
  CHECK(text_at(chart, "points.1.x") == "50");
  CHECK(text_at(chart, "target_y") == "50");
  CHECK(text_at(chart, "target_x") == "100");
  CHECK(text_at(chart, "to.iso") == "2020-01-11");
  CHECK(text_at(chart, "top") == "400");
}

TEST_CASE("a target for a day before all milestones has no day in the chart") {
  const View chart = chart_of({milestone("2020-01-01", 10), milestone("2020-01-06", 20)},
                              target_of(200, "2019-01-01"));
  CHECK(text_at(chart, "target_x") == "false");
  CHECK(text_at(chart, "to.iso") == "2020-01-06");
}

TEST_CASE("there is no chart where there is nothing to draw") {
  const Milestone first = milestone("2020-01-01", 10);
  const Milestone second = milestone("2020-01-02", 20);
  CHECK(chart_of({first, second}, std::nullopt) == View(false));
  CHECK(chart_of({first, second}, target_of(0)) == View(false));
  CHECK(chart_of({first}, target_of(9)) == View(false));
  CHECK(chart_of({first, first}, target_of(9)) == View(false));
  CHECK(chart_of({first, milestone("2020-01-02", std::nullopt)}, target_of(9)) == View(false));
}
