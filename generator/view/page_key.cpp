#include "view/page_key.h"

#include "data/body_html.h"
#include "view/card_views.h"
#include "view/initiative_views.h"

namespace lamppost {

std::optional<Hash128> initiative_key(const Site& site, std::uint32_t edition, InitiativeId id,
                                      const EditionViews& shared) {
  if (!shared.initiative_keys.empty()) return shared.initiative_keys.at(id);
  const PagePlan plan = no_page(edition);
  const PageScope scope(site, plan, &shared);
  const LocalInitiative& local = scope.edition.initiatives.at(id);
  const Origin& origin = local.initiative->origin;
  const bool is_known = shared.frame_key != no_hash && local.key != no_hash &&
                        site.bodies.at(local.body).text_key != no_hash;
  if (!is_known || origin.is_bundle) return std::nullopt;

  Hash128 key = combined(shared.frame_key, local.key);
  const auto add = [&key](const Hash128& part) { key = combined(key, part); };
  add(body_key(site, edition, origin, local.body));
  // Which clusters it names is said by its own file, what they are called by the frame.
  for (const std::uint32_t topic : local.topics) add(shared.topics.at(topic).hash());
  for (const InitiativeId related : local.related) add(card_view(scope, related).hash());
  const Neighbours neighbours = neighbours_of(scope.edition, local);
  add(initiative_link(scope, neighbours.previous).hash());
  add(initiative_link(scope, neighbours.next).hash());
  return key;
}

}  // namespace lamppost
