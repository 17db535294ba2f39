#include "data/search_former.h"

#include "data/search_files.h"
#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

/// Initiatives that say these texts, `lamp` in a title and a topic too.
Site saying(const std::vector<std::string>& texts) {
  std::vector<ParsedFile> files = {settings().language("fr"), cluster("light").titled("Light")};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string slug = "i" + std::to_string(i);
    files.push_back(initiative(slug).in("light").titled(i == 1 ? "Lamp" : "Pole").saying(texts[i]));
    if (i == 2) files.push_back(initiative(slug).in_language("fr").titled("Poteau"));
  }
  return site_of(std::move(files));
}

std::vector<SearchPart> parts_of(const Site& site, const std::vector<InitiativeId>& ids) {
  std::vector<SearchPart> parts;
  for (const InitiativeId id : ids) parts.emplace_back(site, id, id + 1);
  return parts;
}

SearchFiles files_of(const Site& site, std::uint32_t edition) {
  std::vector<InitiativeId> all;
  for (InitiativeId id = 0; id < site.editions.front().initiatives.size(); ++id) all.push_back(id);
  const std::vector<SearchPart> parts = parts_of(site, all);
  return search_files(site, edition, joined_words(parts, edition));
}

std::vector<std::string> many_texts() {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    texts.push_back("common word" + std::to_string(i % 7) + " Éclairage only" + std::to_string(i));
  }
  return texts;
}

}  // namespace

TEST_CASE("the words of shards are those they were made of") {
  const Site site = saying(many_texts());
  for (std::uint32_t edition = 0; edition < 2; ++edition) {
    const SearchFiles files = files_of(site, edition);
    const auto former = former_words(files.words, 60);
    REQUIRE(former);
    CHECK(search_files(site, edition, former->words).words == files.words);
  }
}

TEST_CASE("brought up to date they are as if all texts had been read again") {
  const auto texts = GENERATE(
      std::vector<std::string>{"common lamp", "lamp lamp", "new words here", "only3"},
      std::vector<std::string>{"", "", "", ""}, std::vector<std::string>{"aaa", "zzz", "éa", "0"});
  std::vector<std::string> all = many_texts();
  const Site before = saying(all);
  const std::vector<InitiativeId> anew = {1, 2, 30, 59};
  for (std::size_t i = 0; i < anew.size(); ++i) all[anew[i]] = texts[i];
  const Site after = saying(all);
  REQUIRE(after.editions[0].initiatives[30].initiative->origin.slug ==
          before.editions[0].initiatives[30].initiative->origin.slug);

  // Ids follow the slugs.
  std::vector<InitiativeId> ids;
  for (InitiativeId id = 0; id < 60; ++id) {
    const BodyId body = after.editions[0].initiatives[id].body;
    if (after.text_of(after.bodies[body]).plain_text !=
        before.text_of(before.bodies[body]).plain_text) {
      ids.push_back(id);
    }
  }
  REQUIRE(ids.size() == 4);
  const std::vector<SearchPart> said = parts_of(after, ids);
  for (std::uint32_t edition = 0; edition < 2; ++edition) {
    auto former = former_words(files_of(before, edition).words, 60);
    REQUIRE(former);
    const std::vector<SearchWord> words =
        updated_words(std::move(former->words), ids, joined_words(said, edition));
    const SearchFiles made = search_files(after, edition, words);
    const SearchFiles expected = files_of(after, edition);
    CHECK(made.words == expected.words);
    CHECK(made.index == expected.index);
  }
}

TEST_CASE("shards that are cut off or damaged give nothing, or words, and never a crash") {
  const std::vector<std::string> shards = files_of(saying(many_texts()), 0).words;
  CHECK_FALSE(former_words(std::vector<std::string>{"\x05"}, 60));
  CHECK_FALSE(former_words(std::vector<std::string>(2, shards.back()), 60));
  CHECK_FALSE(former_words(shards, 3));
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    for (std::size_t place = 0; place < shards[shard].size(); ++place) {
      std::vector<std::string> damaged = shards;
      damaged[shard][place] = static_cast<char>(damaged[shard][place] ^ 0x81);
      (void)former_words(damaged, 60);
      damaged[shard].resize(place);
      (void)former_words(damaged, 60);
    }
  }
}

}  // namespace lamppost::test
