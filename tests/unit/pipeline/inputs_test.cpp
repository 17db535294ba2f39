#include "pipeline/inputs.h"

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace lamppost;

namespace {

constexpr std::int64_t second = 1'000'000'000;

SourceTree tree() {
  SourceTree tree;
  SourceEntry entry;
  entry.file = "content/a.md";
  entry.size = 1;
  entry.modified = 2 * second;
  tree.entries = {entry};
  tree.assets = {{"content/x.png", "x.png", "x.png", 1, 2 * second, PixelSize{3, 4}}};
  return tree;
}

Hash128 inputs(const SourceTree& tree, const RunOptions& options = {}) {
  return inputs_of(options, tree, {});
}

std::vector<RememberedFile> content() {
  RememberedFile file;
  file.file = "content/a.md";
  file.seen = {1, 2};
  return {file};
}

Hash128 site_key(const std::vector<RememberedFile>& files, const std::string& theme = "t") {
  SourceFile source;
  source.text = make_source_text("themes/t/theme.toml", theme);
  return site_key_of(frame_key_of({}, {3, 4}, std::vector<SourceFile>{source}), files,
                     tree().assets);
}

}  // namespace

TEST_CASE("lamppost's identity is its program's bytes") {
  const test::TemporaryFolder folder;
  folder.write("a", "one");
  folder.write("b", "one");
  folder.write("c", "two");
  CHECK(identity_of(folder.path() + "/a") == identity_of(folder.path() + "/b"));
  CHECK(identity_of(folder.path() + "/a") != identity_of(folder.path() + "/c"));
  CHECK(identity_of("") == identity_of(""));
}

TEST_CASE("anything that a run is given shows in its inputs") {
  const Hash128 before = inputs(tree());
  CHECK(inputs(tree()) == before);
  SourceTree changed = tree();
  changed.entries[0].modified += 1;
  CHECK(inputs(changed) != before);
  changed = tree();
  changed.entries[0].inode = 7;
  CHECK(inputs(changed) != before);
  changed = tree();
  changed.assets[0].pixels = PixelSize{4, 3};
  CHECK(inputs(changed) != before);
  changed = tree();
  changed.entries.clear();
  CHECK(inputs(changed) != before);
  RunOptions options;
  options.overrides.drafts = true;
  CHECK(inputs(tree(), options) != before);
  options = {};
  options.overrides.base_url = "https://example.eu/";
  CHECK(inputs(tree(), options) != before);
  Diagnostics found;
  found.add(diagnostic_at("content/b", Code::symbolic_link, {}, "m", "h"));
  CHECK(inputs_of({}, tree(), found) != before);
}

TEST_CASE("a file changed within the second in which a run began is recent") {
  CHECK_FALSE(any_is_recent(tree(), 3 * second));
  CHECK(any_is_recent(tree(), 2 * second + 5));
  SourceTree picture = tree();
  picture.assets[0].modified = 3 * second;
  CHECK(any_is_recent(picture, 3 * second + 1));
}

TEST_CASE(
    "a site's key changes with what others see of a page and with the theme, not with texts") {
  const Hash128 before = site_key(content());
  std::vector<RememberedFile> edited = content();
  edited[0].text.hash = {9, 9};
  edited[0].links = {9, 9};
  edited[0].content = {9, 9};
  CHECK(site_key(edited) == before);
  edited[0].seen = {9, 9};
  CHECK(site_key(edited) != before);
  CHECK(site_key(content(), "u") != before);
  CHECK(site_key({}) != before);
}
