#include "view/pagination_view.h"

#include <algorithm>

#include "model/address.h"

namespace lamppost {
namespace {

/// Pages shown on each side of the current one.
constexpr std::uint32_t neighbours = 2;

View page_link(const PageScope& scope, const std::string& list, std::uint32_t number) {
  const std::string text = scope.edition.language.number(std::uint64_t{number});
  return View::Map{{"number", text},
                   {"label", scope.words.text("pagination.page", {{"n", text}})},
                   {"href", scope.link(list_page_address(list, number))},
                   {"is_current", number == scope.plan.page_number},
                   {"is_gap", false}};
}

/// Where numbers were left out.
View gap() {
  return View::Map{{"number", false},
                   {"label", false},
                   {"href", false},
                   {"is_current", false},
                   {"is_gap", true}};
}

View neighbour(const PageScope& scope, const std::string& list, std::uint32_t number) {
  if (number < 1 || number > scope.plan.page_count) return false;
  return page_link(scope, list, number);
}

View::List page_links(const PageScope& scope, const std::string& list) {
  View::List links;
  const std::uint32_t count = scope.plan.page_count;
  const std::uint32_t current = scope.plan.page_number;
  const std::uint32_t first = current > neighbours + 1 ? current - neighbours : 1;
  const std::uint32_t last = std::min(count, current + neighbours);
  if (first > 1) links.push_back(page_link(scope, list, 1));
  if (first > 2) links.push_back(gap());
  for (std::uint32_t number = first; number <= last; ++number) {
    links.push_back(page_link(scope, list, number));
  }
  if (last + 1 < count) links.push_back(gap());
  if (last < count) links.push_back(page_link(scope, list, count));
  return links;
}

}  // namespace

std::size_t page_start(const PageScope& scope) {
  return (scope.plan.page_number - std::size_t{1}) * scope.site.settings.initiatives_per_page;
}

std::span<const InitiativeId> page_of(const PageScope& scope,
                                      const std::vector<InitiativeId>& list) {
  const std::size_t start = page_start(scope);
  if (start > list.size()) return {};
  const std::span<const InitiativeId> rest = std::span(list).subspan(start);
  return rest.first(std::min(scope.site.settings.initiatives_per_page, rest.size()));
}

View pagination_view(const PageScope& scope, const std::string& list_address) {
  const std::uint32_t count = scope.plan.page_count;
  if (count < 2) return false;
  const Language& language = scope.edition.language;
  const std::string current = language.number(std::uint64_t{scope.plan.page_number});
  const std::string all = language.number(std::uint64_t{count});
  return View::Map{
      {"current", current},
      {"count", all},
      {"text", scope.words.text("pagination.current", {{"n", current}, {"count", all}})},
      {"previous", neighbour(scope, list_address, scope.plan.page_number - 1)},
      {"next", neighbour(scope, list_address, scope.plan.page_number + 1)},
      {"pages", page_links(scope, list_address)}};
}

}  // namespace lamppost
