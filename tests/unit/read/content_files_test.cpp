#include "read/content_files.h"

#include "support/catch.h"
#include "unit/read/read_support.h"

using lamppost::FileRole;
using lamppost::test::FoundSite;
using lamppost::test::paths_of;
using Strings = std::vector<std::string>;

TEST_CASE("a file's place says what it is") {
  FoundSite site({"content/site.toml", "content/_index.md", "content/_index.fr.md",
                  "content/clusters/a.md", "content/initiatives/b.fr.md",
                  "content/pages/c.pt-BR.md", "content/initiatives/d/index.md",
                  "content/initiatives/d/index.fr.md"});
  const auto tree = site.find();
  CHECK(site.complaints().empty());
  REQUIRE(paths_of(tree.entries) == Strings{"_index.fr.md", "_index.md", "clusters/a.md",
                                            "initiatives/b.fr.md", "initiatives/d/index.fr.md",
                                            "initiatives/d/index.md", "pages/c.pt-BR.md",
                                            "site.toml"});
  CHECK(tree.entries[0].role == FileRole::home);
  CHECK(tree.entries[0].language == "fr");
  CHECK(tree.entries[0].slug.empty());
  CHECK(tree.entries[2].role == FileRole::cluster);
  CHECK(tree.entries[2].slug == "a");
  CHECK(tree.entries[2].file == site.folder.path() + "/content/clusters/a.md");
  CHECK(tree.entries[3].role == FileRole::initiative);
  CHECK(tree.entries[3].language == "fr");
  CHECK_FALSE(tree.entries[3].is_bundle);
  CHECK(tree.entries[4].slug == "d");
  CHECK(tree.entries[4].language == "fr");
  CHECK(tree.entries[4].is_bundle);
  CHECK(tree.entries[6].role == FileRole::free_page);
  CHECK(tree.entries[6].language == "pt-BR");
  CHECK(tree.entries[7].role == FileRole::settings);
}

TEST_CASE("the files beside a bundle's page are published, at any depth") {
  FoundSite site({"content/initiatives/a/index.md", "content/initiatives/a/report.PDF",
                  "content/initiatives/a/data/2026/x y.csv"});
  site.folder.write("content/initiatives/a/photo.gif", std::string("GIF89a\4\0\3\0xxx", 13));
  const auto tree = site.find();
  CHECK(site.complaints().empty());
  REQUIRE(paths_of(tree.assets) == Strings{"initiatives/a/data/2026/x y.csv",
                                           "initiatives/a/photo.gif", "initiatives/a/report.PDF"});
  CHECK(tree.assets[1].output_path == "initiatives/a/photo.gif");
  CHECK(tree.assets[1].file == site.folder.path() + "/content/initiatives/a/photo.gif");
  CHECK(tree.assets[1].size == 13);
  CHECK(tree.assets[1].pixels == lamppost::PixelSize{4, 3});
  CHECK_FALSE(tree.assets[0].pixels);
}

TEST_CASE("a name that is no slug is an error with the nearest right name") {
  FoundSite site({"content/initiatives/Humble Lamppost.fr.md"});
  CHECK(site.find().entries.empty());
  CHECK(site.complaints() == Strings{"bad-file-name content/initiatives/Humble Lamppost.fr.md"});
  CHECK(site.help() == "rename it to `humble-lamppost.fr.md`");

  FoundSite others({"content/_index.FR.md", "content/clusters/foo.bar.md", "content/pages/???.md",
                    "content/pages/a.markdown", "content/initiatives/Big One/index.md"});
  CHECK(others.find().entries.empty());
  CHECK(others.complaints() ==
        Strings{"bad-file-name content/_index.FR.md", "bad-file-name content/clusters/foo.bar.md",
                "bad-file-name content/initiatives/Big One", "bad-file-name content/pages/???.md",
                "bad-file-name content/pages/a.markdown"});
}

TEST_CASE("a file where none of its kind belongs is an error") {
  FoundSite site({"content/lamp.md", "content/photo.jpg", "content/clusters/photo.jpg",
                  "content/clusters/_index.md", "content/initiatives/report.pdf",
                  "content/initiatives/site.toml"});
  const auto tree = site.find();
  CHECK(tree.entries.empty());
  CHECK(tree.assets.empty());
  CHECK(site.complaints() == Strings{"misplaced-file content/clusters/_index.md",
                                     "misplaced-file content/clusters/photo.jpg",
                                     "misplaced-file content/initiatives/report.pdf",
                                     "misplaced-file content/initiatives/site.toml",
                                     "misplaced-file content/lamp.md",
                                     "misplaced-file content/photo.jpg"});
}

TEST_CASE("clusters and free pages can have a folder with their files, too") {
  FoundSite site({"content/clusters/a/index.md", "content/clusters/a/photo.jpg",
                  "content/pages/b/index.md", "content/pages/b/photo.jpg"});
  const auto tree = site.find();
  CHECK(site.complaints() == Strings{});
  REQUIRE(tree.entries.size() == 2);
  CHECK(tree.entries[0].is_bundle);
  REQUIRE(tree.assets.size() == 2);
  CHECK(tree.assets[0].output_path == "clusters/a/photo.jpg");
  CHECK(tree.assets[1].output_path == "b/photo.jpg");  // beside the page's address
}

TEST_CASE("a folder of an unknown name is told once, with the nearest name") {
  FoundSite site({"content/initiative/a.md", "content/initiative/b.md"});
  CHECK(site.find().entries.empty());
  CHECK(site.complaints() == Strings{"misplaced-file content/initiative"});
  CHECK(site.help() == "did you mean `initiatives`?");
}

TEST_CASE("a bundle needs its page and has no other") {
  FoundSite site({"content/initiatives/a/photo.png", "content/initiatives/b/index.md",
                  "content/initiatives/b/other.md", "content/initiatives/b/more/index.md"});
  const auto tree = site.find();
  CHECK(paths_of(tree.entries) == Strings{"initiatives/b/index.md"});
  CHECK(tree.assets.empty());
  CHECK(site.complaints() == Strings{"misplaced-file content/initiatives/a",
                                     "misplaced-file content/initiatives/b/more/index.md",
                                     "misplaced-file content/initiatives/b/other.md"});
}

TEST_CASE("a type that could run in the site's name is not published") {
  FoundSite site({"content/initiatives/a/index.md", "content/initiatives/a/map.svg",
                  "content/initiatives/a/x/page.HTML", "content/initiatives/a/noending"});
  CHECK(site.find().assets.empty());
  CHECK(site.complaints() == Strings{"unsafe-file content/initiatives/a/map.svg",
                                     "unsafe-file content/initiatives/a/noending",
                                     "unsafe-file content/initiatives/a/x/page.HTML"});
  CHECK(site.diagnostics.list()[0].help.find("png, jpg") != std::string::npos);
  CHECK_FALSE(site.diagnostics.list()[0].has_place);
}
