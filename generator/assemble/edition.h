#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/for_each.h"
#include "model/page_groups.h"

namespace lamppost {

/// What an initiative names that exists; the same in every edition.
struct Relations {
  std::optional<ClusterId> cluster;
  std::vector<ClusterId> also_in;
  std::vector<InitiativeId> related;  ///< those it names, then kin
  std::size_t named = 0;              ///< so many of them it names
};

/// What all editions are made from.
struct Catalogue {
  PageGroups pages;
  std::vector<Relations> relations;  ///< by InitiativeId
  std::vector<Term> topics;
  std::vector<Term> countries;
  std::vector<Term> projects;
};

/// Joins what the pages name; what doesn't exist, names itself or was named before is left out.
[[nodiscard]] Catalogue make_catalogue(PageGroups pages, const ForEach& for_each);

/// One language's edition; `language` is the index into the settings. `site` has its settings and
/// bodies.
[[nodiscard]] Edition make_edition(const Catalogue& catalogue, const Site& site,
                                   std::size_t language, const ForEach& for_each);

}  // namespace lamppost
