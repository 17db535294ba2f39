#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"

namespace lamppost {

/// What became of an initiative since a former catalogue.
struct Change {
  bool is_new = false;
  /// Otherwise: what reads differently, by the words a theme has for it under `parts` (`goal`,
  /// `members`, `text`), in the order of an initiative's page.
  std::vector<std::string> parts;

  friend bool operator==(const Change&, const Change&) = default;
};

/// An initiative that the former catalogue had and this one has not.
struct RemovedInitiative {
  std::string slug;
  std::string title;

  friend bool operator==(const RemovedInitiative&, const RemovedInitiative&) = default;
};

/// What is different from a former `catalogue.json`; the same in every edition.
struct Changes {
  std::optional<Date> since;                         ///< the latest `updated` in the former one
  std::vector<std::optional<Change>> by_initiative;  ///< by InitiativeId; empty: as it was
  std::vector<std::uint32_t> added;                  ///< InitiativeIds, the latest `updated` first
  std::vector<std::uint32_t> changed;                ///< the same
  std::vector<RemovedInitiative> removed;            ///< by slug
};

}  // namespace lamppost
