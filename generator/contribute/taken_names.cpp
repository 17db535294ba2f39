#include "contribute/taken_names.h"

#include <map>
#include <string_view>

#include "check/likeness.h"
#include "data/json_writer.h"

namespace lamppost {
namespace {

enum KindOfName : std::size_t { slugs, titles, websites, topics };
constexpr std::array<std::string_view, 4> names_of_kinds = {"slugs", "titles", "websites",
                                                            "topics"};

std::uint32_t fnv_1a(std::string_view bytes) {
  std::uint32_t hash = 2'166'136'261U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
  }
  return hash;
}

/// Old addresses of pages: `/initiatives/lamps/` is `lamps`; nothing of another address.
std::string slug_in_alias(std::string_view address) {
  constexpr std::string_view folder = "/initiatives/";
  if (!address.starts_with(folder)) return {};
  address.remove_prefix(folder.size());
  if (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address);
}

}  // namespace

TakenNames::TakenNames(const Site& site) {
  const Edition& edition = site.editions.front();
  shards_.resize(proposal_name_shards(edition.initiatives.size()));
  for (const LocalInitiative& local : edition.initiatives) {
    const Initiative& initiative = local.initiative;
    const std::string& title = initiative.title.value;
    add(slugs, initiative.origin.slug, title);
    add(titles, title_key(title), title);
    if (!initiative.website.empty()) add(websites, website_key(initiative.website), title);
  }
  for (const LocalInitiative& local : edition.initiatives) {
    add_aliases(local.initiative->aliases, local.initiative->title.value);
  }
  for (const LocalCluster& local : edition.clusters) {
    add_aliases(local.cluster->aliases, local.cluster->title.value);
  }
  for (const Term& topic : edition.topics) add(topics, topic.slug, topic.name);
}

void TakenNames::add(std::size_t kind, std::string name, const std::string& title) {
  if (name.empty()) return;
  auto& shard = shards_[fnv_1a(name) % shards_.size()];
  shard.at(kind).emplace_back(std::move(name), &title);
}

void TakenNames::add_aliases(const std::vector<Located<std::string>>& aliases,
                             const std::string& title) {
  for (const auto& alias : aliases) add(slugs, slug_in_alias(alias.value), title);
}

std::string TakenNames::shard(const PagePlan& plan) const {
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    std::map<std::string_view, std::string_view> by_name;  // the first of a name keeps it
    for (const auto& [name, title] : shards_.at(plan.page_number - 1).at(kind)) {
      by_name.emplace(name, *title);
    }
    json.key(names_of_kinds.at(kind));
    json.begin_object();
    for (const auto& [name, title] : by_name) json.field(name, title);
    json.end_object();
  }
  json.end_object();
  return out + '\n';
}

}  // namespace lamppost
