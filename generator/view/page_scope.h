#pragma once

#include <string>
#include <string_view>

#include "model/page_plan.h"
#include "model/site.h"
#include "view/view.h"
#include "view/words.h"

namespace lamppost {

/// What every part of one page's view looks at: the site, the page, its edition and its words.
struct PageScope {
  const Site& site;
  const PagePlan& plan;
  const Edition& edition;
  Words words;
  std::string base;  ///< the base path: `/` or `/a/b/`

  PageScope(const Site& the_site, const PagePlan& the_plan);

  /// A link from any page to an address of the site.
  [[nodiscard]] std::string link(std::string_view address) const;

  /// The edition in a language; the page's own where there is none.
  [[nodiscard]] const Edition& edition_in(std::string_view language) const;
};

/// Adds `lang` and `dir` for words in that language: both `false` where it is the edition's own.
void set_language(View& view, const PageScope& scope, std::string_view language);

}  // namespace lamppost
