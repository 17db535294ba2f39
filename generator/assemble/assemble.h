#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/asset.h"
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
/// misfits, without judging: `check` does that. `assets` are the bundles' files and the theme's.
[[nodiscard]] Site assemble(std::vector<ParsedFile> files, Theme theme, std::vector<Asset> assets,
                            const Overrides& overrides);

}  // namespace lamppost
