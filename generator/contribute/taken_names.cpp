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

}  // namespace

std::string proposal_names(const Site& site, const PagePlan& plan) {
  ShardOfNames slugs(plan);
  ShardOfNames titles(plan);
  ShardOfNames websites(plan);
  for (const LocalInitiative& local : site.editions.front().initiatives) {
    const Initiative& initiative = local.initiative;
    const std::string& title = initiative.title.value;
    slugs.add(initiative.origin.slug, title);
    titles.add(title_key(title), title);
    if (!initiative.website.empty()) websites.add(website_key(initiative.website), title);
  }
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  slugs.write(json, "slugs");
  titles.write(json, "titles");
  websites.write(json, "websites");
  json.end_object();
  return out + '\n';
}

}  // namespace lamppost
