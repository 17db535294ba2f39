#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/asset.h"
#include "model/for_each.h"
#include "model/parsed_file.h"
#include "model/site.h"
#include "model/theme.h"

namespace lamppost {

/// What the command line decides over the content's own settings.
struct Overrides {
  bool drafts = false;  ///< publish drafts too
  std::optional<std::string> base_url;
};

/// Puts parsed files together into a site: groups by cluster, chooses translations, derives what
/// cards, feeds and open data share, sorts. Joins what fits and leaves the rest empty or among the
/// misfits, without judging: `check` does that. All but what needs the theme: that may be read
/// meanwhile.
[[nodiscard]] Site assemble(std::vector<ParsedFile> files, const Overrides& overrides,
                            const ForEach& for_each = for_each_in_turn);

/// Completes what `assemble` made by its theme, and by the files that are published: `assets` are
/// the bundles' and the theme's.
void add_theme(Site& site, Theme theme, std::vector<Asset> assets);

}  // namespace lamppost
