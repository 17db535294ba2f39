#include "contribute/taken_names.h"

#include <nlohmann/json.hpp>
#include <string>

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

nlohmann::json shard_of(const Site& site, std::uint32_t shard, std::uint32_t count) {
  PagePlan plan;
  plan.page_number = shard;
  plan.page_count = count;
  return nlohmann::json::parse(proposal_names(site, plan));
}

}  // namespace

TEST_CASE("what is taken is known by the file's name, by what the title and the website come to") {
  const Site site = site_of({cluster("c"), initiative("lamps").in("c").titled("The Lamp-Posts").website(
                                               "https://www.Example.eu/x/#top")});
  const auto names = shard_of(site, 1, 1);
  CHECK(names.at("slugs") == nlohmann::json{{"lamps", "The Lamp-Posts"}});
  CHECK(names.at("titles") == nlohmann::json{{"lamppost", "The Lamp-Posts"}});
  CHECK(names.at("websites") == nlohmann::json{{"example.eu/x", "The Lamp-Posts"}});
}

TEST_CASE("an old address is taken too, and so are topics") {
  const Site site = site_of({cluster("c"), initiative("new").in("c").titled("New").topics({"Street Light"}).aliases(
                                               {"/initiatives/old/", "/else/", "/initiatives/older"})});
  const auto names = shard_of(site, 1, 1);
  CHECK(names.at("slugs") == nlohmann::json{{"new", "New"}, {"old", "New"}, {"older", "New"}});
  CHECK(names.at("topics") == nlohmann::json{{"street-light", "Street Light"}});
}

TEST_CASE("each name is in one shard, which its hash tells") {
  std::vector<ParsedFile> files = {cluster("c")};
  for (int i = 0; i < 100; ++i) files.push_back(initiative("i" + std::to_string(i)).in("c"));
  const Site site = site_of(files);
  std::size_t all = 0;
  for (std::uint32_t shard = 1; shard <= 3; ++shard) {
    const auto slugs = shard_of(site, shard, 3).at("slugs");
    CHECK(slugs.size() > 20);
    all += slugs.size();
  }
  CHECK(all == 100);
  // FNV-1a of `a`, by its authors' own test vectors, is 0xe40c292c.
  const Site one = site_of({cluster("c"), initiative("a").in("c")});
  CHECK(shard_of(one, 0xe40c292cU % 7 + 1, 7).at("slugs").size() == 1);
}

}  // namespace lamppost::test
