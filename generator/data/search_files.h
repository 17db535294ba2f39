#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/search_index.h"
#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// Whether what lies at an address is one of `SearchFiles`.
[[nodiscard]] bool is_search_file(PageKind kind);

/// The files that the search page of one edition loads, but for what results show. `data/search.md`
/// tells how they are written.
struct SearchFiles {
  std::string index;
  std::vector<std::string> words;   ///< shards, the first at 0
  std::vector<std::string> orders;  ///< the same

  [[nodiscard]] const std::string& bytes_of(const PagePlan& plan) const;
};

/// `words`: all that the edition's initiatives say, in the order of their bytes.
[[nodiscard]] SearchFiles search_files(const Site& site, std::uint32_t edition,
                                       std::span<const SearchWord> words);

/// Equal where `search_files` gives the same; nothing where that can't be told without it.
[[nodiscard]] std::optional<Hash128> search_key(const Site& site, std::uint32_t edition);

/// A shard of what results show: of each initiative title, slug, place of its cluster (-1: none),
/// status, teaser, and its language where that is not the edition's.
[[nodiscard]] std::string search_titles(const Site& site, const PagePlan& plan);

}  // namespace lamppost
