#include "read/walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include "support/catch.h"
#include "unit/read/read_support.h"

using lamppost::test::FoundSite;
using lamppost::test::paths_of;
using Strings = std::vector<std::string>;

TEST_CASE("hidden files, READMEs and editors' leftovers are passed over") {
  FoundSite site({"content/README.md", "content/.hidden.md", "content/.git/x", "content/lamp.md~",
                  "content/initiatives/README.md", "content/initiatives/.a.md.swp",
                  "content/initiatives/b.md.orig", "content/initiatives/c.swp"});
  const auto tree = site.find();
  CHECK(tree.entries.empty());
  CHECK(site.complaints().empty());
}

TEST_CASE("a symbolic link is never followed") {
  FoundSite site({"elsewhere/a.md", "content/initiatives/b.md"});
  const std::string elsewhere = site.folder.path() + "/elsewhere";
  const std::string content = site.folder.path() + "/content";
  REQUIRE(::symlink((elsewhere + "/a.md").c_str(), (content + "/initiatives/a.md").c_str()) == 0);
  REQUIRE(::symlink(elsewhere.c_str(), (content + "/clusters").c_str()) == 0);
  REQUIRE(::symlink("none", (content + "/site.toml").c_str()) == 0);
  CHECK(paths_of(site.find().entries) == Strings{"initiatives/b.md"});
  CHECK(site.complaints() == Strings{"symbolic-link content/clusters",
                                     "symbolic-link content/initiatives/a.md",
                                     "symbolic-link content/site.toml"});
  CHECK(site.diagnostics.count(lamppost::Severity::error) == 0);
}

TEST_CASE("what is neither file nor folder is told and not opened") {
  FoundSite site({"content/initiatives/a/index.md"});
  REQUIRE(::mkfifo((site.folder.path() + "/content/initiatives/a/x.png").c_str(), 0600) == 0);
  CHECK(site.find().assets.empty());
  CHECK(site.complaints() == Strings{"misplaced-file content/initiatives/a/x.png"});
}

TEST_CASE("a name that is no text is told by its bytes") {
  FoundSite site({"content/initiatives/caf\xE9.md"});
  CHECK(site.find().entries.empty());
  CHECK(site.complaints() == Strings{"bad-file-name content/initiatives/caf\\xE9.md"});
}

TEST_CASE("folders are followed to a bound") {
  std::string deep = "content/initiatives/a/";
  for (int i = 0; i < 14; ++i) deep += "d/";
  FoundSite site({"content/initiatives/a/index.md", deep + "x.png", deep + "d/y.png"});
  CHECK(site.find().assets.size() == 1);
  CHECK(site.complaints() == Strings{"misplaced-file " + deep + "d"});
}

TEST_CASE("a picture whose header comes late has its size all the same") {
  FoundSite site({"content/initiatives/a/index.md"});
  std::string jpeg = "\xFF\xD8";
  for (int i = 0; i < 3; ++i) jpeg += "\xFF\xE1\xFF\xFF" + std::string(65533, 'x');
  jpeg += std::string("\xFF\xC0\0\x11\x08\0\x03\0\x04", 9);
  site.folder.write("content/initiatives/a/photo.jpg", jpeg);
  const auto tree = site.find();
  REQUIRE(tree.assets.size() == 1);
  CHECK(tree.assets[0].pixels == lamppost::PixelSize{4, 3});
}

TEST_CASE("names that are never content are told") {
  for (const char* name : {".git", ".a.md.swp", "README.md", "a.md~", "a.swp", "a.md.orig"}) {
    INFO(name);
    CHECK(lamppost::is_passed_over(name));
  }
  for (const char* name : {"a.md", "readme.md", "swp", ""}) {
    INFO(name);
    CHECK_FALSE(lamppost::is_passed_over(name));
  }
}
