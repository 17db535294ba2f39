#include "data/record_key.h"

#include <span>
#include <string>

#include "model/resolve.h"

namespace lamppost {
namespace {

/// Where a file beside a page is published.
Hash128 file_key(const Site& site, const Origin& from, const std::string& name) {
  const Asset* asset = name.empty() ? nullptr : find_beside(site, from, name);
  return asset == nullptr ? no_hash : hash128(asset->output_path);
}

}  // namespace

Hash128 record_key(const Site& site, std::uint32_t edition_number, InitiativeId id) {
  const Edition& edition = site.editions.at(edition_number);
  const LocalInitiative& local = edition.initiatives.at(id);
  if (site.frame_key == no_hash || local.key == no_hash) return no_hash;
  const Initiative& initiative = local.initiative;

  Hash128 key = combined(site.frame_key, local.key);
  const auto add = [&key](const Hash128& part) { key = combined(key, part); };
  add({edition_number, local.named});
  add(site.bodies.at(local.body).words_key);
  // Of what a page names, only what is there is told.
  add({local.cluster.has_value(), local.also_in.size()});
  for (const ClusterId cluster : local.also_in) {
    add(hash128(edition.clusters.at(cluster).cluster->origin.slug));
  }
  for (const InitiativeId related : std::span(local.related).first(local.named)) {
    add(hash128(edition.initiatives.at(related).initiative->origin.slug));
  }
  // How a topic is spelled is for all pages that have it to say.
  for (const std::uint32_t topic : local.topics) add(hash128(edition.topics.at(topic).name));
  add({local.topics.size(), local.countries.size()});
  if (initiative.image) add(file_key(site, initiative.origin, initiative.image->src.value));
  for (const Document& document : initiative.documents.entries) {
    add(file_key(site, initiative.origin, document.file.value));
  }
  return key;
}

void note_record_keys(Site& site, const ForEach& for_each) {
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    auto& initiatives = site.editions[edition].initiatives;
    for_each(initiatives.size(), [&](std::size_t id) {
      initiatives[id].record_key = record_key(site, edition, static_cast<InitiativeId>(id));
    });
  }
}

}  // namespace lamppost
