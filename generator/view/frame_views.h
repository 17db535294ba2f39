#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// What the frame around a page needs to know of what the page shows.
struct PageSubject {
  std::string title;
  std::string description;
  std::string language;                   ///< of its words; empty: the edition's
  std::string title_language;             ///< where it is another than that of its words
  std::vector<std::string> translations;  ///< languages it can be read in
  const Origin* origin = nullptr;         ///< the file to edit, if it has one
  const std::optional<Image>* image = nullptr;
  View::List trail;  ///< the breadcrumbs between the home page and the page itself
};

/// The subject of a page that is made, not written: it reads in the edition's language everywhere.
[[nodiscard]] PageSubject made_subject(const PageScope& scope, std::string title);

/// The subject of the edition's only page of a kind: the theme has its title and description under
/// the layout's name.
[[nodiscard]] PageSubject only_subject(const PageScope& scope);

/// One breadcrumb or entry of the menu: label, href, is_current, lang, dir.
[[nodiscard]] View menu_entry(const PageScope& scope, const std::string& label,
                              const std::string& address, const std::string& language);

/// What every page has, whatever its kind: the site, the edition, the menu, links to the same page
/// in other languages, what search engines read, the theme's words.
[[nodiscard]] View frame_view(const PageScope& scope, const PageSubject& subject);

/// What of the frame is the same on every page of a kind in an edition, as `frame_view` has it.
/// What stands below `page` has its whole name: `page.kind`.
[[nodiscard]] View frame_of_all(const EditionViews& shared, PageKind kind);

/// Whether a name is one of the frame's that nothing else in a view has, at whatever depth, except
/// below `extra`.
[[nodiscard]] bool is_of_every_page(std::string_view name);

/// What the pages of an edition share, but for the cards, and for what takes its time and is of use
/// only where most pages are looked at.
[[nodiscard]] EditionViews edition_views(const Site& site, std::uint32_t edition);

/// The latter: the filters of long lists, and the names that are taken.
void add_what_few_show(EditionViews& views, const Site& site, std::uint32_t edition);

}  // namespace lamppost
