#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/date.h"

namespace lamppost {

/// What of an initiative is compared, by the words a theme has for it under `parts`, in the order
/// in which changes are told. The last is not told: when it was looked at.
inline constexpr std::array<std::string_view, 22> compared_parts = {
    "title",   "goal",       "summary",  "text",        "cluster", "also_in",
    "members", "documents",  "projects", "discussions", "topics",  "countries",
    "status",  "dates",      "website",  "contact",     "image",   "related",
    "target",  "milestones", "other",    "looked_at"};

/// A hash of each of them, equal where they say the same; `no_hash` where nothing is said of it.
using PartHashes = std::array<Hash128, compared_parts.size()>;

/// An initiative of a `catalogue.json`, as far as it is needed to tell what has changed.
struct FormerInitiative {
  std::string slug;
  std::string title;  ///< its slug where it has none
  std::optional<Date> updated;
  PartHashes parts{};
};

/// A `catalogue.json` of this or another build.
struct FormerCatalogue {
  std::string language;
  std::map<std::string, FormerInitiative, std::less<>> initiatives;  ///< by slug
};

/// Reads a `catalogue.json`. Nothing that it says is trusted: what is no JSON or has no list of
/// initiatives is a diagnostic (`bad-catalogue`) and gives nothing; an entry without a proper slug
/// is passed over, and so are names that are not known.
[[nodiscard]] std::optional<FormerCatalogue> former_catalogue(const std::string& file,
                                                              std::string_view json,
                                                              Diagnostics& diagnostics);

/// The hashes of an initiative of this build, from its `catalogue_entry`. `base_url` is the site's:
/// what lies on the site itself is the same wherever the site is.
[[nodiscard]] PartHashes part_hashes(std::string_view entry, std::string_view base_url);

}  // namespace lamppost
