#pragma once

#include <cstdint>

#include "model/content_hash.h"
#include "model/for_each.h"
#include "model/site.h"

namespace lamppost {

/// A hash of all that an initiative's record in `catalogue.json` and its row in `catalogue.csv` are
/// made of: equal keys mean equal bytes. `no_hash` where what the site was made from is not known.
/// Like `page_key` it has to know what they say; the test of random edits holds it to that.
[[nodiscard]] Hash128 record_key(const Site& site, std::uint32_t edition, InitiativeId id);

/// Notes the key of every initiative in its edition: each is asked for by more than one file.
void note_record_keys(Site& site, const ForEach& for_each = for_each_in_turn);

}  // namespace lamppost
