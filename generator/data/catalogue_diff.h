#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "data/former_catalogue.h"

namespace lamppost {

/// What became of a page between two catalogues.
enum class PageFate : std::uint8_t {
  added,
  changed,
  moved,  ///< has another address, to which its old one leads
  removed,
};

/// A key that reads differently. What it said is in short, and empty where it said nothing or more
/// than a line can show (a text, entries).
struct KeyChange {
  std::string key;
  std::string before;
  std::string after;

  friend bool operator==(const KeyChange&, const KeyChange&) = default;
};

/// A page that is not as it was.
struct PageChange {
  PageFate fate{};
  std::string kind;      ///< `initiative`, `cluster`, `page`
  std::string language;  ///< of the catalogue it was found in
  std::string slug;
  std::string title;
  std::string address;         ///< where it is; where it was, if it is no more
  std::string former_address;  ///< moved: where it was
  std::string leads_to;        ///< removed: the page its address leads to, empty if none
  std::vector<KeyChange> keys;

  friend bool operator==(const PageChange&, const PageChange&) = default;
};

/// A figure of the whole catalogue that is not what it was.
struct TotalChange {
  std::string name;
  std::uint64_t before = 0;
  std::uint64_t after = 0;

  friend bool operator==(const TotalChange&, const TotalChange&) = default;
};

/// What is different between two catalogues.
struct CatalogueDiff {
  std::vector<PageChange> pages;  ///< by fate, then kind, then address; the first language first
  std::vector<TotalChange> totals;
  /// Addresses that lead nowhere any more: of pages, lists by topic or country, and aliases.
  std::vector<std::string> lost;

  [[nodiscard]] bool empty() const { return pages.empty() && totals.empty() && lost.empty(); }
};

/// Compares two states of a site, each the catalogues of its languages, the default one first, read
/// with `Detail::words`. What was added, moved or removed and the totals are those of the first;
/// of the others only what their own language says otherwise is told, and the addresses lost. A
/// page has moved where a new page has the old address among its aliases.
[[nodiscard]] CatalogueDiff compare_catalogues(std::span<const FormerCatalogue> before,
                                               std::span<const FormerCatalogue> after);

}  // namespace lamppost
