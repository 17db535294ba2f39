#include "pipeline/snapshot.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

constexpr std::int64_t one_second = 1'000'000'000;
const Hash128 saved_by{1, 2};

Snapshot filled() {
  Snapshot snapshot;
  snapshot.program = saved_by;
  snapshot.inputs = {3, 4};
  snapshot.site = {5, 6};
  snapshot.manifest = {7, 8};
  snapshot.started = 100 * one_second + 5;
  snapshot.pages = 7;
  snapshot.texts = 3;
  snapshot.diagnostics = {diagnostic_at("a.md", Code::raw_html, {1, 2}, "m", "h")};
  for (const char* const name : {"a.md", "b.md", "d.md"}) {
    snapshot.files.push_back({name,
                              10,
                              20,
                              30,
                              {1, 1},
                              {5, 6, {1, 2}},
                              {7, 8, {3, 4}},
                              {40, 50, {2, 2}},
                              {3, 3},
                              {4, 4}});
  }
  return snapshot;
}

}  // namespace

TEST_CASE("a snapshot comes back from its bytes as it was") {
  const Snapshot before = filled();
  const Snapshot after = snapshot_of(to_bytes(before), saved_by);
  CHECK(after.inputs == before.inputs);
  CHECK(after.site == before.site);
  CHECK(after.manifest == before.manifest);
  CHECK(after.started == before.started);
  CHECK(after.pages == before.pages);
  CHECK(after.texts == before.texts);
  CHECK(after.diagnostics == before.diagnostics);
  CHECK(after.files == before.files);
}

TEST_CASE("bytes that are cut, changed or another program's give an empty snapshot") {
  const std::string bytes = to_bytes(filled());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(snapshot_of(std::string_view(bytes).substr(0, size), saved_by).files.empty());
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    CHECK(snapshot_of(damaged, saved_by).files.empty());
  }
  CHECK(snapshot_of(bytes, {9, 9}).files.empty());
}

TEST_CASE("a file is found by its name") {
  const Snapshot snapshot = filled();
  REQUIRE(snapshot.find("b.md") != nullptr);
  CHECK(snapshot.find("b.md")->file == "b.md");
  CHECK(snapshot.find("c.md") == nullptr);
  CHECK(Snapshot().find("a.md") == nullptr);
}

TEST_CASE("a file is unchanged if it looks the same and its time can be trusted") {
  const Snapshot snapshot = filled();
  RememberedFile known = snapshot.files[0];
  known.modified = 99 * one_second;
  SourceEntry now;
  now.size = known.size;
  now.modified = known.modified;
  now.inode = known.inode;
  CHECK(snapshot.is_unchanged(known, now));

  SourceEntry other = now;
  other.size = 11;
  CHECK_FALSE(snapshot.is_unchanged(known, other));
  other = now;
  other.inode = 31;
  CHECK_FALSE(snapshot.is_unchanged(known, other));
  other = now;
  other.modified = 98 * one_second;  // a clock that was set back
  CHECK_FALSE(snapshot.is_unchanged(known, other));

  known.modified = now.modified = 100 * one_second;  // within the second in which the run began
  CHECK_FALSE(snapshot.is_unchanged(known, now));
}
