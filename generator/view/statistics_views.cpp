#include "view/statistics_views.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "view/card_views.h"
#include "view/chart_geometry.h"
#include "view/frame_views.h"
#include "view/tallies.h"

namespace lamppost {
namespace {

/// What is counted, in the order of charts and columns.
constexpr std::array<const char*, 5> measures = {"initiatives", "members", "documents", "projects",
                                                 "discussions"};

std::array<std::uint64_t, measures.size()> numbers_of(const Tally& tally) {
  const Figures& sums = tally.figures;
  return {tally.initiatives, sums.members, sums.documents, sums.projects, sums.discussions};
}

/// One row of a table and one bar of each chart.
struct CountedRow {
  View head;  ///< label, href, lang, dir, accent
  Tally tally;
};

using CountedRows = std::vector<CountedRow>;

View row_head(const std::string& label) {
  return View::Map{
      {"label", label}, {"href", false}, {"lang", false}, {"dir", false}, {"accent", false}};
}

/// What does not say comes last.
template <typename Key>
void add_unknown(CountedRows& rows, const PageScope& scope, const Tallies<Key>& tallies) {
  const auto unknown = tallies.find(std::nullopt);
  if (unknown == tallies.end()) return;
  rows.push_back({row_head(scope.words.text("statistics.unknown")), unknown->second});
}

template <typename Key>
Tally tally_at(const Tallies<Key>& tallies, const Key& key) {
  const auto found = tallies.find(key);
  return found == tallies.end() ? Tally() : found->second;
}

/// Also the clusters that lead nothing, all in the catalogue's order.
CountedRows rows_by_cluster(const PageScope& scope, std::span<const InitiativeId> ids) {
  const Tallies<ClusterId> tallies = tally_by_cluster(scope.edition, ids);
  CountedRows rows;
  for (const ClusterId id : scope.edition.cluster_order) {
    const View link = cluster_link(scope, id);
    View head(View::Map{{"label", *link.find("title")}});
    for (const Name name : {Name("href"), Name("lang"), Name("dir"), Name("accent")})
      head.set(name, *link.find(name));
    rows.push_back({std::move(head), tally_at(tallies, id)});
  }
  add_unknown(rows, scope, tallies);
  return rows;
}

/// Those with the most initiatives first.
CountedRows rows_by_country(const PageScope& scope, const Tallies<std::uint32_t>& tallies) {
  CountedRows rows;
  for (const auto& [country, tally] : tallies) {
    if (!country) continue;
    const View link = country_link(scope, *country);
    rows.push_back({View::Map{{"label", *link.find("name")},
                              {"href", *link.find("href")},
                              {"lang", false},
                              {"dir", false},
                              {"accent", false}},
                    tally});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const CountedRow& a, const CountedRow& b) {
    return a.tally.initiatives > b.tally.initiatives;
  });
  add_unknown(rows, scope, tallies);
  return rows;
}

CountedRows rows_by_status(const PageScope& scope, std::span<const InitiativeId> ids) {
  const Tallies<Status> tallies = tally_by_status(scope.edition, ids);
  CountedRows rows;
  for (const Status status : all_statuses) {
    const std::string label = scope.words.text("status." + std::string(name_of(status)));
    rows.push_back({row_head(label), tally_at(tallies, status)});
  }
  return rows;
}

/// The latest first.
CountedRows rows_by_year(const PageScope& scope, const Tallies<int>& tallies) {
  CountedRows rows;
  for (auto year = tallies.rbegin(); year != tallies.rend(); ++year) {
    if (year->first) rows.push_back({row_head(std::to_string(*year->first)), year->second});
  }
  add_unknown(rows, scope, tallies);
  return rows;
}

/// How many of the initiatives counted say it.
template <typename Key>
std::uint64_t stated_by(const Tallies<Key>& tallies, std::size_t initiatives) {
  const auto unknown = tallies.find(std::nullopt);
  return initiatives - (unknown == tallies.end() ? 0 : unknown->second.initiatives);
}

/// One of the measures, bar by bar. `rows` are those that it shows.
View chart_view(const PageScope& scope, std::size_t measure, std::span<const CountedRow> rows) {
  const auto number_of = [&](const CountedRow& row) { return numbers_of(row.tally).at(measure); };
  std::uint64_t highest = 0;
  for (const CountedRow& row : rows) highest = std::max(highest, number_of(row));
  View::List bars;
  for (const CountedRow& row : rows) {
    const std::uint64_t number = number_of(row);
    View bar = row.head;
    bar.set("value", scope.edition.language.number(number));
    bar.set("width", bar_length_of(static_cast<double>(number), static_cast<double>(highest)));
    bars.push_back(std::move(bar));
  }
  const std::string key = measures.at(measure);
  return View::Map{
      {"key", key}, {"label", scope.words.text("labels." + key)}, {"bars", std::move(bars)}};
}

View row_view(const PageScope& scope, const CountedRow& row) {
  View view = row.head;
  view.set("figures", total_views(scope, row.tally.initiatives, row.tally.figures));
  return view;
}

/// The words above the table's first column.
std::string head_words(const std::string& key) {
  return key == "year" ? "facts.start" : key + ".label";
}

/// A grouping as charts and table. Charts stop where nobody could compare any more.
View group_view(const PageScope& scope, const std::string& key, const CountedRows& rows,
                std::size_t charts) {
  constexpr std::size_t most_bars = 20;
  const std::size_t shown = std::min(rows.size(), most_bars);
  View::List chart_views;
  for (std::size_t i = 0; i < charts; ++i) {
    chart_views.push_back(chart_view(scope, i, std::span(rows).first(shown)));
  }
  View::List columns;
  for (const std::string measure : measures) {
    columns.push_back(View::Map{{"label", scope.words.text("labels." + measure)}});
  }
  View::List row_views;
  for (const CountedRow& row : rows) row_views.push_back(row_view(scope, row));
  const Language& language = scope.edition.language;
  const bool is_by_country = key == "country";
  return View::Map{
      {"key", key},
      {"title", scope.words.text("statistics.by_" + key)},
      {"head", scope.words.text(head_words(key))},
      {"note", is_by_country ? View(scope.words.text("statistics.several")) : View(false)},
      {"charts", std::move(chart_views)},
      {"shown", scope.words.text("filter.count", {{"n", language.number(std::uint64_t{shown})},
                                                  {"count", language.number(rows.size())}})},
      {"is_shortened", shown < rows.size()},
      {"columns", std::move(columns)},
      {"rows", std::move(row_views)}};
}

}  // namespace

View statistics_view(const PageScope& scope) {
  const Edition& edition = scope.edition;
  View view = frame_view(scope, only_subject(scope));
  view.set("totals", total_views(scope, edition.initiatives.size(), edition.totals));

  std::vector<InitiativeId> all(edition.initiatives.size());
  std::iota(all.begin(), all.end(), 0U);
  const auto countries = tally_by_country(edition, all);
  const auto years = tally_by_year(edition, all);
  View::List groups;
  const auto add = [&](const char* key, const CountedRows& rows) {
    groups.push_back(group_view(scope, key, rows, measures.size()));
  };
  if (!all.empty()) {
    if (!edition.clusters.empty()) add("cluster", rows_by_cluster(scope, all));
    if (stated_by(countries, all.size()) > 0) add("country", rows_by_country(scope, countries));
    add("status", rows_by_status(scope, all));
    if (stated_by(years, all.size()) > 0) add("year", rows_by_year(scope, years));
  }
  set_list<"groups">(view, std::move(groups));
  return view;
}

View::List cluster_groups(const PageScope& scope, std::span<const InitiativeId> leads) {
  if (leads.size() < 2) return {};
  View::List groups{group_view(scope, "status", rows_by_status(scope, leads), 1)};
  const auto countries = tally_by_country(scope.edition, leads);
  const auto years = tally_by_year(scope.edition, leads);
  // One bar compares nothing.
  const auto by_country = countries.size() > 1 ? stated_by(countries, leads.size()) : 0;
  const auto by_year = years.size() > 1 ? stated_by(years, leads.size()) : 0;
  if (by_year > by_country) {
    groups.push_back(group_view(scope, "year", rows_by_year(scope, years), 1));
  } else if (by_country > 0) {
    groups.push_back(group_view(scope, "country", rows_by_country(scope, countries), 1));
  }
  return groups;
}

}  // namespace lamppost
