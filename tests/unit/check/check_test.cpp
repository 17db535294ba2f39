#include "check/check.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("one run tells everything that needs more than one file") {
  const Site site = site_of({settings().language("fr"), cluster("light"), free_page("search"),
                             initiative("a").in("dark").linking(LinkKind::page, "gone.md"),
                             initiative("b").in_language("fr")});
  Diagnostics diagnostics;
  check(site, plan_pages(site), diagnostics);
  std::vector<Code> codes;
  for (const Diagnostic& diagnostic : diagnostics.list()) codes.push_back(diagnostic.code);
  CHECK(codes == std::vector{Code::dead_link, Code::reserved_name, Code::unknown_cluster,
                             Code::orphan_translation});
}

TEST_CASE("a site without mistakes, or without anything, passes") {
  for (const Site& site : {site_of({}), site_of({cluster("c"), initiative("i").in("c")})}) {
    Diagnostics diagnostics;
    check(site, plan_pages(site), diagnostics);
    CHECK(diagnostics.empty());
  }
}

}  // namespace lamppost::test
