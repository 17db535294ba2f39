#include "view/pagination_view.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

PagePlan plan(std::uint32_t number, std::uint32_t count) {
  PagePlan plan;
  plan.address = "/";
  plan.page_number = number;
  plan.page_count = count;
  return plan;
}

/// The numbers of the links, `*` at the current one, `…` for a gap.
std::string pages(std::uint32_t number, std::uint32_t count) {
  const Site site = site_of({settings()});
  const PagePlan page = plan(number, count);
  const View view = pagination_view(PageScope(site, page), "/clusters/x/");
  std::string all;
  for (const View& link : *at(view, "pages").list()) {
    if (!all.empty()) all += ' ';
    all += text_at(link, "is_gap") == "true" ? "…" : text_at(link, "number");
    if (text_at(link, "is_current") == "true") all += '*';
  }
  return all;
}

}  // namespace

TEST_CASE("a list on one page has no pagination") {
  const Site site = site_of({settings()});
  const PagePlan only = plan(1, 1);
  CHECK(pagination_view(PageScope(site, only), "/") == View(false));
}

TEST_CASE("the pages near the ends and the current one are linked, with gaps between") {
  CHECK(pages(1, 2) == "1* 2");
  CHECK(pages(1, 9) == "1* 2 3 … 9");
  CHECK(pages(4, 7) == "1 2 3 4* 5 6 7");
  CHECK(pages(5, 9) == "1 … 3 4 5* 6 7 … 9");
  CHECK(pages(9, 9) == "1 … 7 8 9*");
}

TEST_CASE("neighbours lead to their pages, and there is none past the ends") {
  const Site site = site_of({settings().base_url("https://example.eu/a/")});
  const PagePlan second = plan(2, 2);
  const View view = pagination_view(PageScope(site, second), "/clusters/x/");
  CHECK(text_at(view, "previous.href") == "/a/clusters/x/");
  CHECK(text_at(view, "pages.1.href") == "/a/clusters/x/page/2/");
  CHECK(at(view, "next") == View(false));
}

TEST_CASE("each initiative of a list stands on one of its pages") {
  const Site site = site_of({settings().per_page(2)});
  const std::vector<InitiativeId> list = {4, 3, 2, 1, 0};
  std::vector<InitiativeId> shown;
  for (std::uint32_t number = 1; number <= 3; ++number) {
    const PagePlan page = plan(number, 3);
    for (const InitiativeId id : page_of(PageScope(site, page), list)) shown.push_back(id);
  }
  CHECK(shown == list);
  const PagePlan beyond = plan(9, 9);
  CHECK(page_of(PageScope(site, beyond), list).empty());
}
