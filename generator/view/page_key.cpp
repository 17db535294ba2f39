#include "view/page_key.h"

#include "data/body_html.h"
#include "model/resolve.h"
#include "view/card_views.h"
#include "view/change_views.h"
#include "view/initiative_views.h"
#include "view/pagination_view.h"

namespace lamppost {
namespace {

/// Of a file beside a page: its address, its size and, of a picture, that on the screen.
Hash128 file_key(const Site& site, const Origin& from, const std::string& name) {
  const Asset* asset = name.empty() ? nullptr : find_beside(site, from, name);
  if (asset == nullptr) return no_hash;
  const PixelSize pixels = asset->pixels.value_or(PixelSize{});
  const Hash128 sizes{asset->size, std::uint64_t{pixels.width} << 32U | pixels.height};
  return combined(hash128(asset->output_path), sizes);
}

/// Of a page of a term's list; `own` is what it says of the term itself, with their number.
std::optional<Hash128> term_key(const PageScope& scope, const Term& term, const Hash128& own) {
  if (scope.shared->frame_key == no_hash) return std::nullopt;
  Hash128 key = combined(scope.shared->frame_key, hash128(scope.plan.address));
  key = combined(key, {scope.plan.page_number, scope.plan.page_count});
  key = combined(key, own);
  const auto filter = scope.shared->filters.find({scope.plan.kind, scope.plan.subject});
  if (filter != scope.shared->filters.end()) key = combined(key, filter->second.hash());
  for (const InitiativeId id : page_of(scope, term.initiatives)) {
    key = combined(key, card_view(scope, id).hash());
  }
  return key;
}

std::optional<Hash128> project_key(const PageScope& scope, const Term& project) {
  Hash128 own = combined(hash128(project.name), hash128(project.programme));
  own = combined(own, {project.initiatives.size(), 0});
  return term_key(scope, project, own);
}

}  // namespace

std::optional<Hash128> initiative_key(const Site& site, std::uint32_t edition, InitiativeId id,
                                      const EditionViews& shared) {
  if (!shared.initiative_keys.empty()) return shared.initiative_keys.at(id);
  const PagePlan plan = no_page(edition);
  const PageScope scope(site, plan, &shared);
  const LocalInitiative& local = scope.edition.initiatives.at(id);
  const Origin& origin = local.initiative->origin;
  const bool is_known = shared.frame_key != no_hash && local.key != no_hash &&
                        site.bodies.at(local.body).text_key != no_hash;
  if (!is_known) return std::nullopt;

  Hash128 key = combined(shared.frame_key, local.key);
  const auto add = [&key](const Hash128& part) { key = combined(key, part); };
  add(body_key(site, edition, origin, local.body));
  const Initiative& initiative = local.initiative;
  if (initiative.image) add(file_key(site, origin, initiative.image->src.value));
  for (const Document& document : initiative.documents.entries) {
    add(file_key(site, origin, document.file.value));
  }
  // Which clusters it names is said by its own file, what they are called by the frame.
  for (const std::uint32_t topic : local.topics) add(shared.topics.at(topic).hash());
  add({local.named, local.related.size()});
  add(change_view(scope, id).hash());
  for (const InitiativeId related : local.related) add(card_view(scope, related).hash());
  const Neighbours neighbours = neighbours_of(scope.edition, local);
  add(initiative_link(scope, neighbours.previous).hash());
  add(initiative_link(scope, neighbours.next).hash());
  return key;
}

std::optional<Hash128> page_key(const Site& site, const PagePlan& plan, const SharedViews& shared) {
  if (shared.empty()) return std::nullopt;
  const EditionViews& views = shared.at(plan.edition);
  const PageScope scope(site, plan, &views);
  switch (plan.kind) {
    case PageKind::initiative:
    case PageKind::initiative_json:
      return initiative_key(site, plan.edition, plan.subject, views);
    case PageKind::topic:
      return term_key(scope, scope.edition.topics.at(plan.subject),
                      views.topics.at(plan.subject).hash());
    case PageKind::country:
      return term_key(scope, scope.edition.countries.at(plan.subject),
                      views.countries.at(plan.subject).hash());
    case PageKind::project:
      return project_key(scope, scope.edition.projects.at(plan.subject));
    default:
      return std::nullopt;
  }
}

}  // namespace lamppost
