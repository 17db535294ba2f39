#include "data/absolute_urls.h"

#include <algorithm>

#include "model/address.h"
#include "model/resolve.h"

namespace lamppost {
namespace {

/// The prefix of the edition that words in that language are written for.
const std::string& prefix_for(const Site& site, const Edition& edition,
                              const std::string& language) {
  const auto written = std::ranges::find_if(
      site.editions, [&](const Edition& other) { return other.language.code() == language; });
  return written == site.editions.end() ? edition.prefix : written->prefix;
}

}  // namespace

std::string home_url(const Site& site, const Edition& edition) {
  return absolute_url(site.settings.base_url, home_address(edition.prefix));
}

std::string cluster_url(const Site& site, const Edition& edition, ClusterId id) {
  const LocalCluster& cluster = edition.clusters.at(id);
  return absolute_url(
      site.settings.base_url,
      cluster_address(prefix_for(site, edition, cluster.language), cluster.cluster->origin.slug));
}

std::string initiative_url(const Site& site, const Edition& edition, InitiativeId id) {
  const LocalInitiative& local = edition.initiatives.at(id);
  return absolute_url(
      site.settings.base_url,
      initiative_address(prefix_for(site, edition, local.language), local.initiative->origin.slug));
}

std::string file_url(const Site& site, const Origin& page, const std::string& name) {
  const Asset* const asset = find_beside(site, page, name);
  return asset == nullptr ? "" : absolute_url(site.settings.base_url, "/" + asset->output_path);
}

}  // namespace lamppost
