#include "view/contribute_view.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "contribute/asked_keys.h"
#include "model/address.h"
#include "scaffold/page_text.h"
#include "view/card_views.h"
#include "view/frame_views.h"
#include "view/repository_links.h"

namespace lamppost {
namespace {

/// More would weigh down the page, and nobody looks through them.
constexpr std::size_t most_suggestions = 100;

/// Stands on the empty card wherever the form puts a text, so that there is a place for it.
constexpr auto to_be_written = "…";

/// The topics that most initiatives have, by name.
View::List topic_suggestions(const PageScope& scope) {
  const auto& topics = scope.edition.topics;
  std::vector<std::uint32_t> ids(topics.size());
  for (std::uint32_t id = 0; id < ids.size(); ++id) ids[id] = id;
  std::stable_sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
    return topics[a].initiatives.size() > topics[b].initiatives.size();
  });
  ids.resize(std::min(ids.size(), most_suggestions));
  std::sort(ids.begin(), ids.end());
  View::List list;
  for (const std::uint32_t id : ids) list.push_back(topic_link(scope, id));
  return list;
}

/// A card with nothing on it yet: all the names that a card has.
View empty_card(const PageScope& scope) {
  View cluster(View::Map{{"title", to_be_written},
                         {"slug", "x"},
                         {"href", "#"},
                         {"accent", "1"},
                         {"is_current", false}});
  set_language(cluster, scope, scope.edition.language.code());
  View card(View::Map{{"title", to_be_written},
                      {"href", "#"},
                      {"slug", "x"},
                      {"members", figure_view(scope, "members", 0)},
                      {"goal", to_be_written},
                      {"teaser", false},
                      {"cluster", std::move(cluster)},
                      {"figures", figure_views(scope, {})},
                      {"status", status_view(scope, Status::active)},
                      {"updated", false},
                      {"change", false},
                      {"image", false},
                      {"extra", View::Map{}}});
  set_language(card, scope, scope.edition.language.code());
  set_list<"topics">(card, {});
  set_list<"countries">(
      card,
      {View::Map{
          {"name", to_be_written}, {"slug", "x"}, {"href", "#"}, {"count", "0"}, {"code", "X"}}});
  return card;
}

/// What stands beside a figure, by the plural category of its number: what the form counts, a
/// script has to call by its name.
View::List figure_labels(const PageScope& scope) {
  // Between them these have every category of every language that has a cardinal rule.
  constexpr std::array<std::uint64_t, 12> numbers = {0, 1, 2,  3,  4,   5,
                                                     6, 7, 10, 11, 100, 1'000'000};
  View::List list;
  for (const char* const key : {"members", "documents", "projects", "discussions"}) {
    std::set<std::string> seen;
    for (const std::uint64_t number : numbers) {
      const std::string category = scope.edition.language.plural_category(number);
      if (!seen.insert(category).second) continue;
      const std::string label = scope.words.count("labels." + std::string(key), number);
      list.push_back(View::Map{{"key", key}, {"category", category}, {"label", label}});
    }
  }
  return list;
}

/// The page as `lamppost new` writes it, for the first cluster there is.
std::string text_to_fill_in(const PageScope& scope) {
  NewPage page;
  page.title = "Your title here";
  const Edition& edition = scope.edition;
  page.cluster = edition.cluster_order.empty()
                     ? "citizen-focus"
                     : edition.clusters.at(edition.cluster_order.front()).cluster->origin.slug;
  return page_text(page);
}

View forge_view(const PageScope& scope) {
  const Repository& repository = scope.site.settings.repository;
  if (repository.url.empty()) return false;
  return View::Map{{"name", forge_name(repository)},
                   {"href", new_page_link(repository, "initiatives")},
                   {"filled_in", filled_in_page_link(repository, "initiatives")}};
}

}  // namespace

View contribute_view(const PageScope& scope) {
  View view = frame_view(scope, only_subject(scope));
  const std::string folder = contribute_address("");
  const Edition& written_in = scope.site.editions.front();
  view.set("form", Html(asked_keys()));
  view.set("rules", scope.link(folder + "rules.json"));
  view.set("names", scope.link(folder + "names-"));
  view.set("name_shards", std::to_string(proposal_name_shards(written_in.initiatives.size())));
  view.set("teaser_length", std::to_string(scope.site.settings.teaser_length));
  view.set("folder", scope.site.settings.repository.content + "/initiatives/");
  view.set("language",
           scope.words.text(
               "contribute.language",
               {{"language", scope.edition.language.language_name(written_in.language.code())}}));
  view.set("text", text_to_fill_in(scope));
  view.set("forge", forge_view(scope));
  set_list<"topics">(view, topic_suggestions(scope));
  set_list<"statuses">(view, status_views(scope));
  view.set("card", empty_card(scope));
  view.set("labels", figure_labels(scope));
  return view;
}

}  // namespace lamppost
