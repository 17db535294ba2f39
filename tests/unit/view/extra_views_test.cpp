#include "view/extra_views.h"

#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Field field(const std::string& key, Value value) { return {key, {}, std::move(value)}; }

}  // namespace

TEST_CASE("values under extra become text, flags, lists and maps by the same names") {
  const View view =
      extra_view({field("colour", {std::string("red"), {}}), field("none", {std::string(), {}}),
                  field("count", {std::int64_t{-5}, {}}), field("share", {0.1, {}}),
                  field("on", {true, {}}), field("day", {*date_from("2026-11-22"), {}}),
                  field("deep", {ValueMap{field("a", {true, {}})}, {}})});
  CHECK(text_at(view, "colour") == "red");
  CHECK(text_at(view, "none") == "false");
  CHECK(text_at(view, "count") == "-5");
  CHECK(text_at(view, "share") == "0.1");
  CHECK(text_at(view, "on") == "true");
  CHECK(text_at(view, "day") == "2026-11-22");
  CHECK(text_at(view, "deep.a") == "true");
}

TEST_CASE("the tables of a list under extra all carry the names that any of them has") {
  const ValueMap first = {field("a", {std::string("1"), {}})};
  const ValueMap second = {field("b", {std::string("2"), {}})};
  const View view = extra_view({field("rows", {ValueList{{first, {}}, {second, {}}}, {}})});
  CHECK(text_at(view, "rows.0.b") == "false");
  CHECK(text_at(view, "rows.1.a") == "false");
  CHECK(text_at(view, "rows.1.b") == "2");
}

TEST_CASE("no extra is an empty map") { CHECK(extra_view({}).map()->empty()); }
