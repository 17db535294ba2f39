#include "view/body_view.h"

#include "data/body_html.h"

namespace lamppost {

View body_view(const PageScope& scope, const Origin& from, BodyId body) {
  if (!scope.site.bodies.at(body).has_text) return false;
  const std::uint32_t edition = scope.plan.edition;
  return View::Deferred(
      body_key(scope.site, edition, from, body),
      [&site = scope.site, edition, &from, body] { return body_html(site, edition, from, body); });
}

}  // namespace lamppost
