#include "data/record_key.h"

#include "data/open_data.h"
#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

/// The record of `initiatives/b` in a site, and its key.
struct Record {
  std::string said;
  Hash128 key;

  friend bool operator==(const Record&, const Record&) = default;
};

/// `b` names something of all the others.
std::vector<ParsedFile> files_with(const ParsedFile& a, const ParsedFile& r) {
  return {cluster("light"), cluster("night"),
          initiative("b").in("light").also_in({"night"}).topics({"iot", "sea"}).related({"r"}), a,
          r};
}

const ParsedFile some_a = initiative("a").in("light").topics({"iot"});
const ParsedFile some_r = initiative("r").in("night");

Record record_of(std::vector<ParsedFile> files, std::vector<Asset> assets = {},
                 const Hash128& own = {5, 6}) {
  for (ParsedFile& file : files) file.body.page_key = own;
  Site site = site_of(std::move(files), std::move(assets));
  site.frame_key = {1, 2};
  const Edition& edition = site.editions.front();
  for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
    if (edition.initiatives[id].initiative->origin.slug != "b") continue;
    return {catalogue_entry(site, edition, id), record_key(site, 0, id)};
  }
  return {};
}

}  // namespace

TEST_CASE("a record's key is the same for a site that is the same") {
  const Record record = record_of(files_with(some_a, some_r));
  CHECK(record.key != no_hash);
  CHECK(record == record_of(files_with(some_a, some_r)));
  CHECK(record.key != record_of(files_with(some_a, some_r), {}, {5, 7}).key);
  CHECK(record_of(files_with(some_a, some_r), {}, no_hash).key == no_hash);
}

TEST_CASE("whatever a record says of other pages is in its key") {
  const Record before = record_of(files_with(some_a, some_r));
  auto without_cluster = files_with(some_a, some_r);
  without_cluster.erase(without_cluster.begin() + 1);
  auto with_text = files_with(some_a, some_r);
  with_text[2].body.words_key = {1, 1};
  for (const Record& after :
       {record_of(files_with(initiative("a").in("light").topics({"IOT", "IoT"}), some_r)),
        record_of(files_with(some_a, initiative("r").in("night").draft())),
        record_of(without_cluster), record_of(with_text)}) {
    CHECK(after.said != before.said);
    CHECK(after.key != before.key);
  }
  const Record same = record_of(files_with(initiative("a").in("night").titled("Other"), some_r));
  CHECK(same == before);
}

TEST_CASE("whether a file lies beside a page is in its record's key") {
  const auto record = [](std::vector<Asset> assets) {
    auto files = files_with(some_a, some_r);
    files[2] = initiative("b").in("light").as_bundle().image("b.jpg", "B").document("R", "r.pdf");
    return record_of(std::move(files), std::move(assets));
  };
  const Record both = record({asset("initiatives/b/b.jpg"), asset("initiatives/b/r.pdf")});
  for (const Record& one :
       {record({asset("initiatives/b/b.jpg")}), record({asset("initiatives/b/r.pdf")})}) {
    CHECK(one.said != both.said);
    CHECK(one.key != both.key);
  }
}

}  // namespace lamppost::test
