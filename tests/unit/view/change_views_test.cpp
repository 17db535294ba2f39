#include "view/change_views.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

namespace lamppost::test {
namespace {

Site site_with(std::optional<Changes> changes, std::size_t per_page = 2) {
  Site site =
      site_of({settings().language("fr").per_page(per_page), initiative("a").updated("2026-01-01"),
               initiative("b"), initiative("c").updated("2026-02-01"),
               initiative("d").updated("2026-01-01")});
  site.changes = std::move(changes);
  return site;
}

/// a and b are new, d has changed.
Changes changes() {
  Changes changes;
  changes.since = date_from("2026-01-31");
  changes.by_initiative = {Change{true, {}}, Change{true, {}}, std::nullopt,
                           Change{false, {"goal", "members"}}};
  changes.added = {0, 1};
  changes.changed = {3};
  changes.removed = {{"gone", "Gone"}};
  return changes;
}

View lists_of(const Site& site, std::uint32_t page, std::uint32_t count,
              std::uint32_t edition = 0) {
  PagePlan plan = plan_in(edition);
  plan.kind = PageKind::changes;
  plan.page_number = page;
  plan.page_count = count;
  View view;
  add_changes(view, PageScope(site, plan));
  return view;
}

}  // namespace

TEST_CASE("what became of an initiative is told where a former catalogue is known") {
  const PagePlan plan = plan_in(0);
  const Site unknown = site_with(std::nullopt);
  CHECK(change_view(PageScope(unknown, plan), 0) == View(false));
  const Site site = site_with(changes());
  const PageScope scope(site, plan);
  CHECK(change_view(scope, 2) == View(false));
  CHECK(text_at(change_view(scope, 0), "is_new") == "true");
  CHECK(text_at(change_view(scope, 0), "label") == "changes.undated_new");
  CHECK(text_at(change_view(scope, 0), "has_parts") == "false");
  const View changed = change_view(scope, 3);
  CHECK(text_at(changed, "text") == "changes.is_changed");
  CHECK(text_at(changed, "parts.1.key") == "members");
  CHECK(text_at(changed, "parts.1.label") == "parts.members");
}

TEST_CASE("without a date the words have none") {
  Changes undated = changes();
  undated.since.reset();
  const Site site = site_with(undated);
  const PagePlan plan = plan_in(0);
  CHECK(text_at(change_view(PageScope(site, plan), 0), "text") == "changes.undated_new");
  CHECK(text_at(lists_of(site, 1, 2), "since") == "false");
}

TEST_CASE(
    "the pages of changes list what was added, then what was changed, then what was removed") {
  const Site site = site_with(changes());
  const View first = lists_of(site, 1, 2);
  CHECK(text_at(first, "since") == "changes.since");
  CHECK(size_at(first, "added") == 2);
  CHECK(size_at(first, "changed") == 0);
  CHECK(size_at(first, "removed") == 0);
  const View last = lists_of(site, 2, 2, 1);
  CHECK(size_at(last, "added") == 0);
  CHECK(text_at(last, "changed.0.title") == "Title of d");
  CHECK(text_at(last, "removed.0.title") == "Gone");
  CHECK(text_at(last, "removed.0.lang") == "en");
  CHECK(size_at(last, "recent") == 0);
}

TEST_CASE("without a former catalogue those updated last are listed") {
  const View view = lists_of(site_with(std::nullopt), 1, 1);
  REQUIRE(size_at(view, "recent") == 2);
  CHECK(text_at(view, "recent.0.title") == "Title of c");
  CHECK(text_at(view, "recent.1.title") == "Title of a");
  CHECK(text_at(view, "since") == "false");
  CHECK(text_at(view, "has_added") == "false");
}

}  // namespace lamppost::test
