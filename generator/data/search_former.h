#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/search_index.h"
#include "model/site.h"

namespace lamppost {

/// The words of an edition as a former run wrote them. To read them is a tenth of the work of
/// reading all texts again.
struct FormerWords {
  std::deque<std::string> keys;   ///< where the words lie: a deque leaves them in their place
  std::vector<SearchWord> words;  ///< in the order of their bytes
};

/// The words in the shards of a dictionary, as `search_files` wrote them of so many initiatives
/// (format: `data/search.md`). Nothing where that can't be what they are.
[[nodiscard]] std::optional<FormerWords> former_words(std::span<const std::string> shards,
                                                      std::size_t initiatives);

/// Former words brought up to date: some initiatives (`anew`, ascending) now say what `said` has of
/// them, in the order of its words' bytes, and nothing else.
[[nodiscard]] std::vector<SearchWord> updated_words(std::vector<SearchWord> former,
                                                    std::span<const InitiativeId> anew,
                                                    std::vector<SearchWord> said);

}  // namespace lamppost
