#include "check/check.h"

#include <array>

#include "check/addresses.h"
#include "check/links.h"
#include "check/references.h"
#include "check/similar.h"
#include "check/translations.h"

namespace lamppost {

using Plans = std::span<const PagePlan>;

std::span<const Rule> rules() {
  // The longest come first, so that none is waited for where they run beside each other.
  static constexpr std::array<Rule, 5> all = {
      check_links,
      check_addresses,
      [](const Site& site, Plans, Diagnostics& diagnostics) { check_similar(site, diagnostics); },
      [](const Site& site, Plans, Diagnostics& diagnostics) {
        check_references(site, diagnostics);
      },
      [](const Site& site, Plans, Diagnostics& diagnostics) {
        check_translations(site, diagnostics);
      },
  };
  return all;
}

void check(const Site& site, Plans plans, Diagnostics& diagnostics) {
  for (const Rule rule : rules()) rule(site, plans, diagnostics);
}

}  // namespace lamppost
