#pragma once

#include <span>
#include <vector>

#include "model/page_groups.h"

namespace lamppost {

/// The topics of all initiatives, merged without regard to case under their most frequent spelling
/// (ties by bytes), in no language's order yet. One whose name gives no slug is left out.
[[nodiscard]] std::vector<Term> merged_topics(std::span<const PageGroup<Initiative>> initiatives);

/// The countries of all initiatives, without names yet.
[[nodiscard]] std::vector<Term> merged_countries(
    std::span<const PageGroup<Initiative>> initiatives);

/// The EU-funded projects that initiatives link to by grant number, each under its most frequent
/// title and programme (ties by bytes).
[[nodiscard]] std::vector<Term> merged_projects(std::span<const PageGroup<Initiative>> initiatives);

/// What decides a name's place in a language: `Language::sort_key`, or another of its kind.
using SortKey = std::string (Language::*)(std::string_view) const;

/// The terms by name in that language, each with its initiatives in the order of `by_title`.
[[nodiscard]] std::vector<Term> in_order(std::vector<Term> terms, const Language& language,
                                         std::span<const InitiativeId> by_title,
                                         SortKey sort_key = &Language::sort_key);

}  // namespace lamppost
