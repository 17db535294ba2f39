#include "check/check.h"

#include "check/addresses.h"
#include "check/links.h"
#include "check/references.h"
#include "check/similar.h"
#include "check/translations.h"

namespace lamppost {

void check(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics) {
  check_references(site, diagnostics);
  check_translations(site, diagnostics);
  check_links(site, plans, diagnostics);
  check_addresses(site, plans, diagnostics);
  check_similar(site, diagnostics);
}

}  // namespace lamppost
