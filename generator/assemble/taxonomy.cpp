#include "assemble/taxonomy.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "assemble/order.h"
#include "model/slug.h"

namespace lamppost {
namespace {

struct TermUse {
  std::map<std::string, std::size_t> spellings;  ///< how often each
  std::vector<InitiativeId> initiatives;
};

struct ProjectUse : TermUse {
  std::map<std::string, std::size_t> programmes;  ///< how often each
};

/// The first of the most frequent, so that ties go by bytes.
const std::string& most_frequent(const std::map<std::string, std::size_t>& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Adds an id once; ids come in ascending order.
void add_once(std::vector<InitiativeId>& ids, InitiativeId id) {
  if (ids.empty() || ids.back() != id) ids.push_back(id);
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::vector<Term> merged_topics(std::span<const PageGroup<Initiative>> initiatives) {
  std::map<std::string, TermUse> uses;
  std::unordered_map<std::string_view, TermUse*> by_spelling;  // most are written alike
  for (std::size_t id = 0; id < initiatives.size(); ++id) {
    for (const auto& topic : initiatives[id].noun->topics) {
      TermUse*& use = by_spelling[topic.value];
      if (use == nullptr) use = &uses[fold_case(topic.value)];
      ++use->spellings[topic.value];
      add_once(use->initiatives, static_cast<InitiativeId>(id));
    }
  }
  std::vector<Term> terms;
  for (auto& [code, use] : uses) {
    const std::string& name = most_frequent(use.spellings);
    std::string slug = slug_from(name);
    if (slug.empty()) continue;
    terms.push_back({std::move(slug), code, name, {}, std::move(use.initiatives)});
  }
  return terms;
}

std::vector<Term> merged_countries(std::span<const PageGroup<Initiative>> initiatives) {
  std::map<std::string, std::vector<InitiativeId>> uses;
  for (std::size_t id = 0; id < initiatives.size(); ++id) {
    for (const std::string& code : initiatives[id].noun->countries) {
      add_once(uses[code], static_cast<InitiativeId>(id));
    }
  }
  std::vector<Term> terms;
  for (auto& [code, ids] : uses) terms.push_back({lower_case(code), code, {}, {}, std::move(ids)});
  return terms;
}

std::vector<Term> merged_projects(std::span<const PageGroup<Initiative>> initiatives) {
  std::map<std::string, ProjectUse> uses;
  for (std::size_t id = 0; id < initiatives.size(); ++id) {
    for (const Project& project : initiatives[id].noun->projects.entries) {
      if (project.cordis.empty()) continue;
      ProjectUse& use = uses[project.cordis];
      ++use.spellings[project.title];
      if (!project.programme.empty()) ++use.programmes[project.programme];
      add_once(use.initiatives, static_cast<InitiativeId>(id));
    }
  }
  std::vector<Term> terms;
  for (auto& [code, use] : uses) {
    const std::string programme = use.programmes.empty() ? "" : most_frequent(use.programmes);
    terms.push_back(
        {code, code, most_frequent(use.spellings), {}, std::move(use.initiatives), programme});
  }
  return terms;
}

std::vector<Term> in_order(std::vector<Term> terms, const Language& language,
                           std::span<const InitiativeId> by_title, SortKey sort_key) {
  std::vector<std::uint32_t> rank(by_title.size());
  for (std::size_t i = 0; i < by_title.size(); ++i)
    rank[by_title[i]] = static_cast<std::uint32_t>(i);
  std::vector<OrderPlace> places;
  places.reserve(terms.size());
  for (Term& term : terms) {
    std::sort(term.initiatives.begin(), term.initiatives.end(),
              [&](InitiativeId a, InitiativeId b) { return rank[a] < rank[b]; });
    places.push_back({std::nullopt, (language.*sort_key)(term.name)});
  }
  std::vector<Term> ordered;
  ordered.reserve(terms.size());
  for (const std::uint32_t id : ids_by_title(places)) ordered.push_back(std::move(terms[id]));
  return ordered;
}

}  // namespace lamppost
