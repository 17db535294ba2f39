#pragma once

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// Adds what only an initiative's own page shows of it: its figures with their entries, target and
/// milestones, dates, contact, neighbours.
void add_initiative(View& view, const PageScope& scope, InitiativeId id);

/// The page of an EU-funded project on CORDIS; empty where there is no grant number.
[[nodiscard]] std::string cordis_page(const std::string& grant_number);

/// What comes before and after an initiative among those that its cluster leads.
struct Neighbours {
  std::optional<InitiativeId> previous;
  std::optional<InitiativeId> next;
};

[[nodiscard]] Neighbours neighbours_of(const Edition& edition, const LocalInitiative& local);

}  // namespace lamppost
