#include "view/body_view.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/views.h"

namespace lamppost::test {
namespace {

View body_of_lamp(const Site& site) {
  const PagePlan plan = no_page(0);
  const LocalInitiative& lamp = local_initiative(site, "lamp");
  return body_view(PageScope(site, plan), lamp.initiative->origin, lamp.body);
}

}  // namespace

TEST_CASE("a body is read when somebody looks at it, not before") {
  Site site = site_of({cluster("light"), initiative("lamp").in("light").saying("Bright.")});
  int times_read = 0;
  site.text_of = [&](const Body& body) {
    ++times_read;
    return body.text;
  };
  const View body = body_of_lamp(site);
  (void)body.hash();
  CHECK(times_read == 0);
  CHECK(text_at(body, "").find("Bright.") != std::string::npos);
  CHECK(text_at(body, "").find("Bright.") != std::string::npos);
  CHECK(times_read == 1);
}

TEST_CASE("a body without a text is false") {
  const Site site = site_of({cluster("light"), initiative("lamp").in("light")});
  CHECK(body_of_lamp(site) == View(false));
}

TEST_CASE("bodies are equal where text and links are") {
  const auto with = [](const std::string& text, const std::string& target) {
    return site_of({cluster("light"), cluster("night"),
                    initiative("lamp").in("light").saying(text).linking(LinkKind::page, target)});
  };
  const Hash128 hash = body_of_lamp(with("a", "../clusters/light.md")).hash();
  CHECK(body_of_lamp(with("a", "../clusters/light.md")).hash() == hash);
  CHECK(body_of_lamp(with("b", "../clusters/light.md")).hash() != hash);
  CHECK(body_of_lamp(with("a", "../clusters/night.md")).hash() != hash);
}

}  // namespace lamppost::test
