#include "view/find_views.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "model/address.h"
#include "view/card_views.h"
#include "view/filter_views.h"
#include "view/frame_views.h"
#include "view/pagination_view.h"

namespace lamppost {
namespace {

/// A letter has no dot in it, so that its id is no heading's.
std::string letter_id(const Letter& letter) {
  return "letter." + (letter.label.empty() ? "other" : letter.label);
}

std::string letter_label(const PageScope& scope, const Letter& letter) {
  return letter.label.empty() ? scope.words.text("a_to_z.other") : letter.label;
}

/// A link to where a letter begins, on whatever page of the list that is.
View letter_link(const PageScope& scope, const Letter& letter, std::size_t begin) {
  const std::size_t per_page = std::max<std::size_t>(1, scope.site.settings.initiatives_per_page);
  const auto page = static_cast<std::uint32_t>(begin / per_page + 1);
  const std::string address = list_page_address(a_to_z_address(scope.edition.prefix), page);
  return View::Map{{"label", letter_label(scope, letter)},
                   {"href", scope.link(address + '#' + letter_id(letter))}};
}

/// What this page shows of a letter.
View letter_group(const PageScope& scope, const Letter& letter,
                  std::span<const InitiativeId> shown) {
  const bool is_continued = shown.front() != letter.initiatives.front();
  View view(View::Map{{"label", letter_label(scope, letter)},
                      {"id", is_continued ? View(false) : View(letter_id(letter))},
                      {"is_continued", is_continued}});
  View::List entries;
  for (const InitiativeId id : shown) {
    View entry = initiative_link(scope, id);
    const std::optional<ClusterId>& cluster = scope.edition.initiatives[id].cluster;
    entry.set("cluster", cluster ? cluster_link(scope, *cluster) : View(false));
    entries.push_back(std::move(entry));
  }
  view.set("entries", std::move(entries));
  return view;
}

/// Adds the links to all letters, and the letters of this page.
void add_letters(View& view, const PageScope& scope) {
  View::List links;
  View::List groups;
  const std::size_t first = page_start(scope);
  const std::size_t last = first + scope.site.settings.initiatives_per_page;
  std::size_t begin = 0;
  for (const Letter& letter : scope.edition.letters) {
    links.push_back(letter_link(scope, letter, begin));
    const std::size_t end = begin + letter.initiatives.size();
    const std::size_t from = std::max(begin, first);
    const std::size_t to = std::min(end, last);
    if (from < to) {
      const std::span<const InitiativeId> all = letter.initiatives;
      groups.push_back(letter_group(scope, letter, all.subspan(from - begin, to - from)));
    }
    begin = end;
  }
  set_list<"letters">(view, std::move(links));
  set_list<"groups">(view, std::move(groups));
}

}  // namespace

View search_view(const PageScope& scope) {
  View view = frame_view(scope, only_subject(scope));
  const Edition& edition = scope.edition;
  view.set("action", scope.link(scope.plan.address));
  view.set("index", scope.link(scope.plan.address + "index.json"));
  view.set("total", figure_view(scope, "initiatives", edition.initiatives.size()));
  set_list<"topics">(view, topic_links(scope));
  set_list<"countries">(view, country_links(scope));
  view.set("filter", search_filter_view(scope));
  return view;
}

View a_to_z_view(const PageScope& scope) {
  View view = frame_view(scope, only_subject(scope));
  view.set("total", figure_view(scope, "initiatives", scope.edition.initiatives.size()));
  add_letters(view, scope);
  view.set("pagination", pagination_view(scope, a_to_z_address(scope.edition.prefix)));
  return view;
}

}  // namespace lamppost
