#pragma once

#include <map>

#include "model/page_plan.h"
#include "model/site.h"
#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// What the template of a page sees; the names are documented in `themes/README.md`. Every view of
/// a kind carries all of that kind's names; what is empty is `false` or an empty list.
/// Only for kinds that have a layout. Safe to call from several threads.
[[nodiscard]] View view_of(const Site& site, const PagePlan& plan, const SharedViews& shared = {});

/// A card as all pages of its edition show it, for `EditionViews::cards`; `made` is what there is
/// of them so far. Safe to call from several threads.
[[nodiscard]] View shared_card(const Site& site, std::uint32_t edition, InitiativeId id,
                               const EditionViews& made);

/// For each kind of page a view in which every list has an entry and every text is there: what
/// templates are checked against. Made of a small built-in catalogue by the same functions, with
/// the words of the site's theme.
[[nodiscard]] std::map<PageKind, View> sample_views(const Site& site);

}  // namespace lamppost
