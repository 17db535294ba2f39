#include <utility>

#include "view/page_views.h"
#include "view/sample_site.h"

namespace lamppost {
namespace {

void fill(View& view, const View& other);

/// Maps that the same function makes have their names in the same order: most are at that place.
const View* find_near(const View& view, Name name, std::size_t place) {
  const View::Map* map = view.map();
  if (map != nullptr && place < map->size() && map->name(place) == name) {
    return &map->value(place);
  }
  return view.find(name);
}

void fill_map(View::Map& map, const View& other) {
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (const View* theirs = find_near(other, map.name(i), i)) fill(map.value(i), *theirs);
  }
}

/// Puts what another view of the same names has where this one has nothing. A list gets one entry,
/// which has what any of its entries has.
void fill(View& view, const View& other) {
  if (view.flag() != nullptr && !*view.flag()) view = other;
  if (view.map() != nullptr) fill_map(*view.map(), other);
  if (view.list() == nullptr || other.list() == nullptr) return;
  View merged;
  for (const View& entry : *view.list()) fill(merged, entry);
  for (const View& entry : *other.list()) fill(merged, entry);
  const bool is_empty = view.list()->empty() && other.list()->empty();
  view = is_empty ? View::List{} : View::List{std::move(merged)};
}

/// What was added, what was changed and what is recent: no site has all of them, and they are all
/// lists of cards.
void fill_lists_of_changes(View& view) {
  const View added = *view.find("added");
  for (const Name list : {Name("changed"), Name("recent")}) fill(*view.find(list), added);
}

/// What the form for proposals shows is a card, though an empty one.
void fill_empty_card(View& view, const View& listed) {
  fill(*view.find("card"), listed.find("cards")->list()->front());
}

}  // namespace

std::map<PageKind, View> sample_views(const Site& site) {
  const Site sample = sample_site(site);
  std::vector<std::pair<PageKind, View>> views;
  for (const PagePlan& plan : plan_pages(sample)) {
    if (!layout_of(plan.kind).empty()) views.emplace_back(plan.kind, view_of(sample, plan));
  }
  std::map<PageKind, View> samples;
  for (const auto& [kind, view] : views) fill(samples[kind], view);
  // What all kinds share is there on a page of some kind, though maybe not of this one.
  const std::map<PageKind, View> by_kind = samples;
  for (auto& [kind, sample_view] : samples) {
    for (const auto& [other, view] : by_kind) {
      if (other != kind) fill(sample_view, view);
    }
  }
  fill_lists_of_changes(samples[PageKind::changes]);
  fill_empty_card(samples[PageKind::contribute], samples[PageKind::topic]);
  return samples;
}

}  // namespace lamppost
