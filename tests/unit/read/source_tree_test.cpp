#include "read/source_tree.h"

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "unit/read/read_support.h"

using lamppost::FileRole;
using lamppost::MachineError;
using lamppost::SourceEntry;
using lamppost::test::FoundSite;
using lamppost::test::paths_of;

TEST_CASE("an empty content folder is an empty tree") {
  FoundSite site({});
  const auto tree = site.find();
  CHECK(tree.entries.empty());
  CHECK(tree.assets.empty());
  CHECK(site.complaints().empty());
}

TEST_CASE("a missing content folder is the machine's failure, a missing theme folder is none") {
  FoundSite site({});
  auto folders = site.folders();
  folders.themes = {site.folder.path() + "/none"};
  CHECK(lamppost::find_sources(folders, site.diagnostics).entries.empty());
  folders.content = site.folder.path() + "/none";
  CHECK_THROWS_AS(lamppost::find_sources(folders, site.diagnostics), MachineError);
}

TEST_CASE("everything is in the order of bytes") {
  FoundSite site({"content/initiatives/a-b.md", "content/initiatives/a.md",
                  "content/initiatives/a/index.md", "content/initiatives/a.fr.md",
                  "content/initiatives/a0.md"});
  const auto paths = paths_of(site.find().entries);
  CHECK(paths.size() == 5);
  CHECK(std::is_sorted(paths.begin(), paths.end()));
}

TEST_CASE("a slash at the end of a folder's name changes nothing below it") {
  FoundSite site({"content/pages/a.md"});
  auto folders = site.folders();
  folders.content += '/';
  const auto tree = lamppost::find_sources(folders, site.diagnostics);
  REQUIRE(tree.entries.size() == 1);
  CHECK(tree.entries[0].file == site.folder.path() + "/content/pages/a.md");
  CHECK(tree.entries[0].path == "pages/a.md");
}

TEST_CASE("a file is read with its bytes as they are") {
  FoundSite site({});
  site.folder.write("content/pages/a.md", "\xEF\xBB\xBF+++\r\n");
  const auto tree = site.find();
  REQUIRE(tree.entries.size() == 1);
  const auto file = lamppost::read_file(tree.entries[0], site.diagnostics);
  CHECK(file.text.bytes == "\xEF\xBB\xBF+++\r\n");
  CHECK(file.text.path == tree.entries[0].file);
  CHECK(file.entry.path == "pages/a.md");
}

TEST_CASE("a page larger than one mebibyte is not read, a theme's file is") {
  const std::size_t mebibyte = 1024UL * 1024;
  FoundSite site({});
  site.folder.write("content/pages/a.md", std::string(mebibyte, 'x'));
  site.folder.write("content/pages/b.md", std::string(mebibyte + 1, 'x'));
  site.folder.write("themes/m/static/c.js", std::string(mebibyte + 1, 'x'));
  const auto tree = site.find();
  REQUIRE(tree.entries.size() == 3);
  CHECK(lamppost::read_file(tree.entries[0], site.diagnostics).text.bytes.size() == mebibyte + 1);
  CHECK(lamppost::read_file(tree.entries[1], site.diagnostics).text.bytes.size() == mebibyte);
  CHECK(site.complaints().empty());
  CHECK(lamppost::read_file(tree.entries[2], site.diagnostics).text.bytes.empty());
  CHECK(site.complaints() == std::vector<std::string>{"too-large content/pages/b.md"});
}

TEST_CASE("a file that has gone is the machine's failure") {
  FoundSite site({});
  SourceEntry entry;
  entry.file = site.folder.path() + "/content/none.md";
  CHECK_THROWS_AS(lamppost::read_file(entry, site.diagnostics), MachineError);
}
