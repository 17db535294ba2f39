#include "view/tallies.h"

namespace lamppost {
namespace {

void count_in(Tally& tally, const Initiative& initiative) {
  ++tally.initiatives;
  tally.figures += figures_of(initiative);
}

/// Each initiative under the one key that the function gives.
template <typename Key, typename Function>
Tallies<Key> tally(const Edition& edition, std::span<const InitiativeId> ids,
                   const Function& key_of) {
  Tallies<Key> tallies;
  for (const InitiativeId id : ids) {
    const LocalInitiative& local = edition.initiatives.at(id);
    count_in(tallies[key_of(local)], local.initiative);
  }
  return tallies;
}

}  // namespace

Tallies<ClusterId> tally_by_cluster(const Edition& edition, std::span<const InitiativeId> ids) {
  return tally<ClusterId>(edition, ids, [](const LocalInitiative& local) { return local.cluster; });
}

Tallies<std::uint32_t> tally_by_country(const Edition& edition, std::span<const InitiativeId> ids) {
  Tallies<std::uint32_t> tallies;
  for (const InitiativeId id : ids) {
    const LocalInitiative& local = edition.initiatives.at(id);
    for (const std::uint32_t country : local.countries) {
      count_in(tallies[country], local.initiative);
    }
    if (local.countries.empty()) count_in(tallies[std::nullopt], local.initiative);
  }
  return tallies;
}

Tallies<Status> tally_by_status(const Edition& edition, std::span<const InitiativeId> ids) {
  return tally<Status>(edition, ids,
                       [](const LocalInitiative& local) { return local.initiative->status; });
}

Tallies<int> tally_by_year(const Edition& edition, std::span<const InitiativeId> ids) {
  return tally<int>(edition, ids, [](const LocalInitiative& local) {
    const std::optional<Date>& start = local.initiative->start;
    return start ? std::optional<int>(static_cast<int>(start->year())) : std::nullopt;
  });
}

}  // namespace lamppost
