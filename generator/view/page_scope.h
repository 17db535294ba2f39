#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/page_plan.h"
#include "model/site.h"
#include "view/view.h"
#include "view/words.h"

namespace lamppost {

struct SearchFiles;
class TakenNames;

/// What many pages of an edition show alike, made once. A page's view is the same without; it only
/// takes longer.
struct EditionViews {
  View words;
  View site;
  View edition;
  View menu;      ///< on a page that is not in it
  View clusters;  ///< on a page that is none's
  View styles;
  std::vector<View> scripts;        ///< by kind of page, those that have a layout
  View share_image;                 ///< of pages that have none of their own
  std::vector<View> statuses;       ///< in the order of `all_statuses`
  std::vector<View> cluster_links;  ///< by ClusterId, on a page that is none's
  /// By key and count, those of the initiatives. Looked up, never walked.
  std::map<std::string, std::unordered_map<std::uint64_t, View>> figures;
  std::vector<View> topics;     ///< links, by index into `Edition::topics`
  std::vector<View> countries;  ///< the same
  std::vector<View> cards;      ///< by InitiativeId, or none at all
  /// The filters of lists that go over several pages, by kind and subject of these.
  std::map<std::pair<PageKind, std::uint32_t>, View> filters;
  /// Equal where all that every page shows is: the above but for figures, topics and cards, and
  /// the settings, the theme, the options. `no_hash` where that is not known.
  Hash128 frame_key = no_hash;
  /// `initiative_key` by InitiativeId, or none at all.
  std::vector<std::optional<Hash128>> initiative_keys;
  /// The files of the search, where they have been made, and their key, where it is known.
  std::shared_ptr<const SearchFiles> search;
  Hash128 search_key = no_hash;
  /// What the form for proposals looks up, where the theme has one; the first edition's only.
  std::shared_ptr<const TakenNames> taken_names;
};

/// By edition, or none at all.
using SharedViews = std::vector<EditionViews>;

/// A plan for what no page is about: the parts that pages share look at it.
[[nodiscard]] PagePlan no_page(std::uint32_t edition);

/// What every part of one page's view looks at: the site, the page, its edition and its words.
struct PageScope {
  const Site& site;
  const PagePlan& plan;
  const Edition& edition;
  Words words;
  std::string base;                      ///< the base path: `/` or `/a/b/`
  const EditionViews* shared = nullptr;  ///< the edition's, where they have been made

  PageScope(const Site& the_site, const PagePlan& the_plan,
            const EditionViews* shared_views = nullptr);

  /// A link from any page to an address of the site.
  [[nodiscard]] std::string link(std::string_view address) const;

  /// The edition in a language; the page's own where there is none.
  [[nodiscard]] const Edition& edition_in(std::string_view language) const;
};

/// Adds `lang` and `dir` for words in that language: both `false` where it is the edition's own.
void set_language(View& view, const PageScope& scope, std::string_view language);

}  // namespace lamppost
