#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

#include "model/site.h"

namespace lamppost {

// How near two initiatives are to each other is a sum of points. It is the same in every language.

/// An initiative that names this one in `related`.
inline constexpr std::uint32_t naming_kinship = 16;
/// Each EU-funded project that both link to.
inline constexpr std::uint32_t project_kinship = 8;
/// Each topic that both have.
inline constexpr std::uint32_t topic_kinship = 4;
/// Each country that both have.
inline constexpr std::uint32_t country_kinship = 1;

/// So many related initiatives are shown, unless more are named.
inline constexpr std::size_t related_shown = 6;

/// A term that more initiatives have than that says nothing about any two of them. It keeps the
/// work near linear, too.
inline constexpr std::size_t most_sharing = 150;

/// What initiatives say of each other; both by InitiativeId.
struct Kinships {
  std::vector<std::vector<InitiativeId>> named;  ///< in the order they name them
  std::vector<std::optional<ClusterId>> clusters;
};

/// Terms of one kind, and how many points each counts that two initiatives share.
struct SharedTerms {
  std::span<const Term> terms;
  std::uint32_t points = 0;
};

/// What is related to each initiative, by InitiativeId: first those that it names, in its order,
/// and none of them left out; then, up to `related_shown` in all, those with the most points. Of
/// equals those of the same cluster come first, then by id. What has no point is no kin.
[[nodiscard]] std::vector<std::vector<InitiativeId>> find_kin(
    const Kinships& known, std::initializer_list<SharedTerms> shared);

}  // namespace lamppost
