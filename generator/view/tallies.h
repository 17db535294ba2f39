#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "model/site.h"

namespace lamppost {

/// How many initiatives there are of something, and the sums of their figures.
struct Tally {
  std::uint64_t initiatives = 0;
  Figures figures;

  friend bool operator==(const Tally&, const Tally&) = default;
};

/// By what initiatives have in common, in its order; under the empty key what does not say.
template <typename Key>
using Tallies = std::map<std::optional<Key>, Tally>;

/// By the cluster that leads them.
[[nodiscard]] Tallies<ClusterId> tally_by_cluster(const Edition& edition,
                                                  std::span<const InitiativeId> ids);

/// By index into `Edition::countries`; what has several counts in each.
[[nodiscard]] Tallies<std::uint32_t> tally_by_country(const Edition& edition,
                                                      std::span<const InitiativeId> ids);

[[nodiscard]] Tallies<Status> tally_by_status(const Edition& edition,
                                              std::span<const InitiativeId> ids);

/// By the year of `start`.
[[nodiscard]] Tallies<int> tally_by_year(const Edition& edition, std::span<const InitiativeId> ids);

}  // namespace lamppost
