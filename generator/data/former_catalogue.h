#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/date.h"

namespace lamppost {

/// What of a page is compared, by the words a theme has for it under `parts`, in the order in which
/// changes are told.
inline constexpr std::array<std::string_view, 27> compared_parts = {
    "title",     "goal",     "summary",     "text",    "cluster",   "also_in",     "members",
    "documents", "projects", "discussions", "topics",  "countries", "status",      "dates",
    "website",   "contact",  "image",       "related", "target",    "milestones",  "other",
    "looked_at", "weight",   "menu",        "aliases", "draft",     "translations"};

/// So many of them are told to readers. After them comes when the page was looked at, then what
/// only those who review a proposal need to know.
inline constexpr std::size_t parts_told = 21;

/// A hash of each of them, equal where they say the same; `no_hash` where nothing is said of it.
using PartHashes = std::array<Hash128, compared_parts.size()>;

/// Texts by key or slug.
using TextMap = std::map<std::string, std::string, std::less<>>;

/// A page of a `catalogue.json`, as far as it is needed to tell what has changed.
struct FormerPage {
  std::string slug;
  std::string title;  ///< its slug where it has none
  std::optional<Date> updated;
  PartHashes parts{};

  // With `Detail::words` only:
  std::string address;   ///< from the site's root: `/initiatives/lamp/`
  std::string language;  ///< of its words
  std::vector<std::string> aliases;
  /// What its keys say, in short, fit to be shown; a figure's is its number. Keys that hold
  /// more than can be said in a line are not among them.
  TextMap words;
};

using FormerPages = std::map<std::string, FormerPage, std::less<>>;  ///< by slug

/// A `catalogue.json` of this or another build.
struct FormerCatalogue {
  std::string language;
  FormerPages initiatives;

  // With `Detail::words` only:
  std::string address;  ///< of its home page: `/`, `/fr/`
  FormerPages clusters;
  FormerPages pages;                                           ///< free pages
  FormerPages topics;                                          ///< only where they are
  FormerPages countries;                                       ///< the same
  std::map<std::string, std::uint64_t, std::less<>> totals{};  ///< by the figure's name
};

/// How much is kept of what is read.
enum class Detail : std::uint8_t {
  parts,  ///< whether each part reads the same: enough for a page that tells of changes
  words,  ///< also what was there, of all pages: for people who review a proposal
};

/// The key of a page that is compared as another part (`text_hash` as `text`), or the part itself.
[[nodiscard]] std::vector<std::string_view> keys_of_part(std::string_view part);

/// Reads a `catalogue.json`. Nothing that it says is trusted: what is no JSON or has no list of
/// initiatives is a diagnostic (`bad-catalogue`) and gives nothing; an entry without a proper slug
/// is passed over, and so are names that are not known.
[[nodiscard]] std::optional<FormerCatalogue> former_catalogue(const std::string& file,
                                                              std::string_view json,
                                                              Diagnostics& diagnostics,
                                                              Detail detail = Detail::parts);

/// The hashes of an initiative of this build, from its `catalogue_entry`. `base_url` is the site's:
/// what lies on the site itself is the same wherever the site is.
[[nodiscard]] PartHashes part_hashes(std::string_view entry, std::string_view base_url);

}  // namespace lamppost
