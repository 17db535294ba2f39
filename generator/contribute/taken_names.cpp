#include "contribute/taken_names.h"

#include <cstdint>
#include <map>
#include <string_view>

#include "check/likeness.h"
#include "data/json_writer.h"

namespace lamppost {
namespace {

std::uint32_t fnv_1a(std::string_view bytes) {
  std::uint32_t hash = 2'166'136'261U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
  }
  return hash;
}

/// Titles by name, of those names that belong to one shard. The first initiative of a name keeps it.
class ShardOfNames {
 public:
  explicit ShardOfNames(const PagePlan& plan) : plan_(plan) {}

  void add(const std::string& name, const std::string& title) {
    if (name.empty() || fnv_1a(name) % plan_.page_count + 1 != plan_.page_number) return;
    titles_.emplace(name, title);
  }

  void write(JsonWriter& json, std::string_view key) const {
    json.key(key);
    json.begin_object();
    for (const auto& [name, title] : titles_) json.field(name, title);
    json.end_object();
  }

 private:
  const PagePlan& plan_;
  std::map<std::string, std::string> titles_;
};

/// Old addresses of pages: `/initiatives/lamps/` is `lamps`; nothing of another address.
std::string slug_in_alias(std::string_view address) {
  constexpr std::string_view folder = "/initiatives/";
  if (!address.starts_with(folder)) return {};
  address.remove_prefix(folder.size());
  if (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address);
}

void add_aliases(ShardOfNames& slugs, const std::vector<Located<std::string>>& aliases,
                 const std::string& title) {
  for (const auto& alias : aliases) slugs.add(slug_in_alias(alias.value), title);
}

}  // namespace

std::string proposal_names(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.front();
  ShardOfNames slugs(plan);
  ShardOfNames titles(plan);
  ShardOfNames websites(plan);
  ShardOfNames topics(plan);
  for (const LocalInitiative& local : edition.initiatives) {
    const Initiative& initiative = local.initiative;
    const std::string& title = initiative.title.value;
    slugs.add(initiative.origin.slug, title);
    titles.add(title_key(title), title);
    if (!initiative.website.empty()) websites.add(website_key(initiative.website), title);
  }
  for (const LocalInitiative& local : edition.initiatives) {
    add_aliases(slugs, local.initiative->aliases, local.initiative->title.value);
  }
  for (const LocalCluster& local : edition.clusters) {
    add_aliases(slugs, local.cluster->aliases, local.cluster->title.value);
  }
  for (const Term& topic : edition.topics) topics.add(topic.slug, topic.name);
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  slugs.write(json, "slugs");
  titles.write(json, "titles");
  websites.write(json, "websites");
  topics.write(json, "topics");
  json.end_object();
  return out + '\n';
}

}  // namespace lamppost
