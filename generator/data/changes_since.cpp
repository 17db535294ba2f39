#include "data/changes_since.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

#include "data/open_data.h"

namespace lamppost {
namespace {

const Edition& edition_compared(const Site& site, const std::string& language) {
  const auto found = std::ranges::find_if(
      site.editions, [&](const Edition& edition) { return edition.language.code() == language; });
  return found == site.editions.end() ? site.editions.front() : *found;
}

/// What an earlier build did not say anything of can't be compared.
bool is_different(const Hash128& before, const Hash128& now) {
  return before != no_hash && now != no_hash && before != now;
}

/// Nothing where all is as it was. That somebody looked at the page is told where nothing else is.
std::optional<Change> change_between(const PartHashes& before, const PartHashes& now) {
  Change change;
  for (const std::size_t part : different_parts(before, now)) {
    if (part < parts_told) change.parts.emplace_back(compared_parts[part]);
    if (part == parts_told && change.parts.empty()) change.parts.emplace_back("dates");
  }
  return change.parts.empty() ? std::nullopt : std::optional(std::move(change));
}

void put_latest_first(std::vector<std::uint32_t>& ids, const Edition& edition) {
  std::ranges::stable_sort(ids, std::ranges::greater{}, [&](std::uint32_t id) {
    return edition.initiatives[id].initiative->updated;
  });
}

std::optional<Date> last_update(const FormerCatalogue& former) {
  std::optional<Date> last;
  for (const auto& [slug, initiative] : former.initiatives) {
    last = std::max(last, initiative.updated);
  }
  return last;
}

}  // namespace

std::vector<std::size_t> different_parts(const PartHashes& before, const PartHashes& now) {
  std::vector<std::size_t> parts;
  for (std::size_t part = 0; part < compared_parts.size(); ++part) {
    if (is_different(before[part], now[part])) parts.push_back(part);
  }
  return parts;
}

Changes changes_since(const FormerCatalogue& former, const Site& site) {
  const Edition& edition = edition_compared(site, former.language);
  Changes changes;
  changes.since = last_update(former);
  std::set<std::string_view> there;
  for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
    const std::string& slug = edition.initiatives[id].initiative->origin.slug;
    there.insert(slug);
    std::optional<Change>& change = changes.by_initiative.emplace_back();
    const auto before = former.initiatives.find(slug);
    if (before == former.initiatives.end()) {
      change = Change{true, {}};
      changes.added.push_back(id);
      continue;
    }
    change = change_between(before->second.parts, part_hashes(catalogue_entry(site, edition, id),
                                                              site.settings.base_url));
    if (change) changes.changed.push_back(id);
  }
  for (const auto& [slug, initiative] : former.initiatives) {
    if (!there.contains(slug)) changes.removed.push_back({slug, initiative.title});
  }
  put_latest_first(changes.added, edition);
  put_latest_first(changes.changed, edition);
  return changes;
}

}  // namespace lamppost
