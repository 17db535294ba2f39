#include "render/render.h"

#include <cassert>
#include <utility>

#include "contribute/proposal_rules.h"
#include "contribute/taken_names.h"
#include "data/catalogue_csv.h"
#include "data/catalogue_schema.h"
#include "data/dcat.h"
#include "data/feeds.h"
#include "data/open_data.h"
#include "data/search_files.h"
#include "data/sitemap.h"
#include "keys/json_schema.h"
#include "model/address.h"
#include "view/page_key.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

std::string bytes_of(const Site& site, const PagePlan& plan, std::span<const PagePlan> plans) {
  switch (plan.kind) {
    case PageKind::catalogue_schema:
      return catalogue_schema(site);
    case PageKind::front_matter_schema:
      return initiative_schema();
    case PageKind::proposal_rules:
      return proposal_rules();
    case PageKind::initiative_json:
      return initiative_json(site, plan);
    case PageKind::dcat:
      return dcat(site);
    case PageKind::sitemap:
    case PageKind::sitemap_part:
      return sitemap(site, plan, plans);
    case PageKind::robots:
      return robots(site);
    case PageKind::search_titles:
      return search_titles(site, plan);
    case PageKind::style:
      return site.theme.styles.at(plan.subject).bytes;
    case PageKind::script:
      return site.theme.scripts.at(plan.subject).bytes;
    default:
      assert(false && "pages have a layout, and the others are prepared by themselves");
      return {};
  }
}

Artifact filled_page(const PagePlan& plan, const View& view, const SharedViews& shared,
                     Templates& templates) {
  return {output_path(plan.address), templates.render(plan, view, shared), {}};
}

/// A page that is known to be as it was by what it is made of.
Prepared prepare_known_page(const Hash128& key, const Site& site, const PagePlan& plan,
                            const SharedViews& shared, Templates& templates) {
  return {combined(key, templates.key(plan.kind)),
          [&] { return filled_page(plan, view_of(site, plan, shared), shared, templates); }};
}

/// Another page: by its view.
Prepared prepare_page(const Site& site, const PagePlan& plan, const SharedViews& shared,
                      Templates& templates) {
  View view = view_of(site, plan, shared);
  const Hash128 key = combined(view.hash(), templates.key(plan.kind));
  return {key, [&plan, &shared, &templates, view = std::move(view)] {
            return filled_page(plan, view, shared, templates);
          }};
}

Prepared prepare_initiative_json(const Hash128& key, const Site& site, const PagePlan& plan) {
  return {key, [&] {
            return Artifact{output_path(plan.address), initiative_json(site, plan), {}};
          }};
}

/// What is published as it is: its bytes may have changed.
Prepared prepare_asset(const Site& site, const PagePlan& plan) {
  const std::string& file = site.assets.at(plan.subject).file;
  return {std::nullopt, [&plan, &file] { return Artifact{output_path(plan.address), {}, file}; }};
}

/// What is written piece by piece; nothing where it is not.
using PieceWriter = void (*)(const Site&, const PagePlan&, Pieces&);
PieceWriter piece_writer(PageKind kind) {
  switch (kind) {
    case PageKind::feed:
      return feed;
    case PageKind::catalogue_json:
      return catalogue_json;
    case PageKind::catalogue_csv:
      return catalogue_csv;
    default:
      return nullptr;
  }
}

Prepared prepare_in_pieces(const Site& site, const PagePlan& plan, PieceWriter writer) {
  return {std::nullopt, [&site, &plan, writer] {
            Artifact artifact{output_path(plan.address), {}, {}};
            artifact.write = [&site, &plan, writer](Pieces& pieces) { writer(site, plan, pieces); };
            return artifact;
          }};
}

std::string search_file(const Site& site, const PagePlan& plan, const SharedViews& shared) {
  const bool is_made = !shared.empty() && shared.at(plan.edition).search != nullptr;
  if (is_made) return shared.at(plan.edition).search->bytes_of(plan);
  std::vector<SearchPart> all;
  const auto count = site.editions.at(plan.edition).initiatives.size();
  all.emplace_back(site, 0, static_cast<InitiativeId>(count));
  return search_files(site, plan.edition, joined_words(all, plan.edition)).bytes_of(plan);
}

Prepared prepare_search_file(const Site& site, const PagePlan& plan, const SharedViews& shared) {
  return {search_file_key(plan, shared), [&site, &plan, &shared] {
            return Artifact{output_path(plan.address), search_file(site, plan, shared), {}};
          }};
}

std::string taken_names(const Site& site, const PagePlan& plan, const SharedViews& shared) {
  const bool is_made = !shared.empty() && shared.at(plan.edition).taken_names != nullptr;
  return is_made ? shared.at(plan.edition).taken_names->shard(plan) : TakenNames(site).shard(plan);
}

/// Of these nothing is known before they are made.
Prepared prepare_whole(const PagePlan& plan, std::string bytes) {
  const Hash128 key = hash128(bytes);
  return {key, [&plan, bytes = std::move(bytes)]() mutable {
            return Artifact{output_path(plan.address), std::move(bytes), {}};
          }};
}

}  // namespace

std::optional<Hash128> search_file_key(const PagePlan& plan, const SharedViews& shared) {
  if (shared.empty() || shared.at(plan.edition).search_key == no_hash) return std::nullopt;
  return combined(shared.at(plan.edition).search_key, hash128(plan.address));
}

bool shows_every_text(PageKind kind) {
  return kind == PageKind::catalogue_json ||  // has a hash of each
         kind == PageKind::search_index || kind == PageKind::search_words;
}

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

Prepared prepare(const Site& site, const PagePlan& plan, std::span<const PagePlan> plans,
                 const SharedViews& shared, Templates& templates) {
  const bool is_page = !layout_of(plan.kind).empty();
  if (const auto key = page_key(site, plan, shared)) {
    return is_page ? prepare_known_page(*key, site, plan, shared, templates)
                   : prepare_initiative_json(*key, site, plan);
  }
  if (is_page) return prepare_page(site, plan, shared, templates);
  if (is_search_file(plan.kind)) return prepare_search_file(site, plan, shared);
  if (plan.kind == PageKind::asset) return prepare_asset(site, plan);
  if (const PieceWriter writer = piece_writer(plan.kind)) {
    return prepare_in_pieces(site, plan, writer);
  }
  if (plan.kind == PageKind::proposal_names) {
    return prepare_whole(plan, taken_names(site, plan, shared));
  }
  return prepare_whole(plan, bytes_of(site, plan, plans));
}

}  // namespace lamppost
