#include "view/page_scope.h"

#include <algorithm>

#include "model/address.h"

namespace lamppost {

PagePlan no_page(std::uint32_t edition) {
  PagePlan plan;
  plan.kind = PageKind::robots;
  plan.edition = edition;
  return plan;
}

PageScope::PageScope(const Site& the_site, const PagePlan& the_plan,
                     const EditionViews* shared_views)
    : site(the_site),
      plan(the_plan),
      edition(the_site.editions.at(the_plan.edition)),
      words(the_site.theme, edition.language),
      base(base_path(the_site.settings.base_url)),
      shared(shared_views) {}

std::string PageScope::link(std::string_view address) const { return href(base, address); }

const Edition& PageScope::edition_in(std::string_view language) const {
  const auto found =
      std::find_if(site.editions.begin(), site.editions.end(),
                   [&](const Edition& other) { return other.language.code() == language; });
  return found == site.editions.end() ? edition : *found;
}

void set_language(View& view, const PageScope& scope, std::string_view language) {
  const bool differs = language != scope.edition.language.code() && !language.empty();
  view.set("lang", differs ? View(language) : View(false));
  view.set("dir", differs ? View(scope.edition_in(language).language.direction()) : View(false));
}

}  // namespace lamppost
