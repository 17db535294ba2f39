#include "render/render.h"

#include "data/catalogue_csv.h"
#include "data/catalogue_schema.h"
#include "data/feeds.h"
#include "data/open_data.h"
#include "data/sitemap.h"
#include "model/address.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

std::string bytes_of(const Site& site, const PagePlan& plan, std::span<const PagePlan> plans,
                     const SharedViews& shared, Templates& templates) {
  switch (plan.kind) {
    case PageKind::feed:
      return feed(site, plan);
    case PageKind::catalogue_json:
      return catalogue_json(site, plan);
    case PageKind::catalogue_schema:
      return catalogue_schema(site);
    case PageKind::catalogue_csv:
      return catalogue_csv(site, plan);
    case PageKind::initiative_json:
      return initiative_json(site, plan);
    case PageKind::sitemap:
    case PageKind::sitemap_part:
      return sitemap(site, plan, plans);
    case PageKind::robots:
      return robots(site);
    case PageKind::style:
      return site.theme.styles.at(plan.subject).bytes;
    case PageKind::script:
      return site.theme.scripts.at(plan.subject).bytes;
    case PageKind::asset:
      return {};
    default:
      return templates.render(plan.kind, view_of(site, plan, shared));
  }
}

}  // namespace

std::vector<BodyId> bodies_shown(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.at(plan.edition);
  switch (plan.kind) {
    case PageKind::home:
      return {edition.home.body};
    case PageKind::cluster:
      return {edition.clusters.at(plan.subject).body};
    case PageKind::initiative:
    case PageKind::initiative_json:
      return {edition.initiatives.at(plan.subject).body};
    case PageKind::free_page:
      return {edition.pages.at(plan.subject).body};
    case PageKind::feed:
      return bodies_in_feed(site, plan);
    default:
      return {};
  }
}

Artifact render(const Site& site, const PagePlan& plan, std::span<const PagePlan> plans,
                const SharedViews& shared, Templates& templates) {
  Artifact artifact;
  artifact.output_path = output_path(plan.address);
  artifact.bytes = bytes_of(site, plan, plans, shared, templates);
  if (plan.kind == PageKind::asset) artifact.copy_of = site.assets.at(plan.subject).file;
  return artifact;
}

}  // namespace lamppost
