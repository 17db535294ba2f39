#include "view/compare_view.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

View comparison(const Site& site, std::uint32_t edition) {
  PagePlan plan = plan_in(edition);
  plan.kind = PageKind::compare;
  plan.address = site.editions.at(edition).prefix + "/compare/";
  return compare_view(PageScope(site, plan));
}

}  // namespace

TEST_CASE("all initiatives can be compared, in the order of their titles") {
  const Site site =
      site_of({settings().language("fr"), initiative("a").titled("Zone").countries({"DE"}),
               initiative("b").titled("Éclairage"), initiative("c").titled("Lamp"),
               initiative("b").in_language("fr").titled("Éclairage")});
  const View view = comparison(site, 1);
  std::string all;
  for (const View& choice : *at(view, "choices").list()) {
    all += text_at(choice, "value") + '=' + text_at(choice, "label") + ' ' +
           text_at(choice, "lang") + ' ';
  }
  CHECK(all == "b=Éclairage false c=Lamp en a=Zone en ");
  CHECK(text_at(view, "countries.0.name") == "Allemagne");
  CHECK(at(view, "statuses").list()->size() == 3);
}

TEST_CASE("too many initiatives are not offered one by one") {
  std::vector<ParsedFile> files;
  for (int i = 0; i < 301; ++i) files.emplace_back(initiative("i" + std::to_string(i)));
  CHECK(text_at(comparison(site_of(std::move(files)), 0), "has_choices") == "false");
}
