#include "contribute/taken_names.h"

#include <nlohmann/json.hpp>
#include <string>

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

nlohmann::json shard_of(const Site& site, std::uint32_t shard) {
  PagePlan plan;
  plan.page_number = shard;
  return nlohmann::json::parse(TakenNames(site).shard(plan));
}

}  // namespace

TEST_CASE("what is taken is known by the file's name, by what the title and the website come to") {
  const Site site = site_of({cluster("c"), initiative("lamps")
                                               .in("c")
                                               .titled("The Lamp-Posts")
                                               .website("https://www.Example.eu/x/#top")});
  const auto names = shard_of(site, 1);
  CHECK(names.at("slugs") == nlohmann::json{{"lamps", "The Lamp-Posts"}});
  CHECK(names.at("titles") == nlohmann::json{{"lamppost", "The Lamp-Posts"}});
  CHECK(names.at("websites") == nlohmann::json{{"example.eu/x", "The Lamp-Posts"}});
}

TEST_CASE("an old address is taken too, and so are topics") {
  const Site site =
      site_of({cluster("c"), initiative("new")
                                 .in("c")
                                 .titled("New")
                                 .topics({"Street Light"})
                                 .aliases({"/initiatives/old/", "/else/", "/initiatives/older"})});
  const auto names = shard_of(site, 1);
  CHECK(names.at("slugs") == nlohmann::json{{"new", "New"}, {"old", "New"}, {"older", "New"}});
  CHECK(names.at("topics") == nlohmann::json{{"street-light", "Street Light"}});
}

TEST_CASE("each name is in one shard, which its hash tells") {
  std::vector<ParsedFile> files = {cluster("c"), initiative("a").in("c")};
  for (int i = 0; i < 600; ++i) files.push_back(initiative("i" + std::to_string(i)).in("c"));
  const Site site = site_of(files);
  REQUIRE(proposal_name_shards(601) == 3);
  std::size_t all = 0;
  for (std::uint32_t shard = 1; shard <= 3; ++shard) {
    const auto slugs = shard_of(site, shard).at("slugs");
    CHECK(slugs.size() > 150);
    all += slugs.size();
  }
  CHECK(all == 601);
  // FNV-1a of `a`, by its authors' own test vectors, is 0xe40c292c.
  CHECK(shard_of(site, 0xe40c292cU % 3 + 1).at("slugs").contains("a"));
}

}  // namespace lamppost::test
