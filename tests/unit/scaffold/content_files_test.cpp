#include "scaffold/content_files.h"

#include <filesystem>
#include <vector>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/files_below.h"
#include "support/temporary_folder.h"

namespace lamppost::test {

TEST_CASE("files are written with the folders they need") {
  const TemporaryFolder folder;
  const std::string content = folder.path() + "/content";
  write_content_files(content, std::vector<ContentFile>{{"_index.md", "h"}, {"a/b/index.md", "x"}},
                      false);
  CHECK(files_below(content) == Files{{"_index.md", "h"}, {"a/b/index.md", "x"}});
}

TEST_CASE("all files are written, or none") {
  const TemporaryFolder folder;
  folder.write("initiatives/b.md", "old");
  const std::vector<ContentFile> files = {
      {"clusters/x.md", "new"}, {"initiatives/a.md", "new"}, {"initiatives/b.md", "new"}};
  CHECK_THROWS_AS(write_content_files(folder.path(), files, false), MachineError);
  CHECK(files_below(folder.path()) == Files{{"initiatives/b.md", "old"}});
  CHECK_FALSE(folder.has("clusters"));
  write_content_files(folder.path(), files, true);
  CHECK(files_below(folder.path()) ==
        Files{{"clusters/x.md", "new"}, {"initiatives/a.md", "new"}, {"initiatives/b.md", "new"}});
}

TEST_CASE("a replaced file stays as it was where another can't be written") {
  const TemporaryFolder folder;
  folder.write("initiatives/a.md", "old");
  folder.write("initiatives/b.md/file", "a folder in the way");
  const std::vector<ContentFile> files = {{"initiatives/a.md", "new"}, {"initiatives/b.md", "new"}};
  CHECK_THROWS_AS(write_content_files(folder.path(), files, true), MachineError);
  CHECK(files_below(folder.path()) ==
        Files{{"initiatives/a.md", "old"}, {"initiatives/b.md/file", "a folder in the way"}});
}

TEST_CASE("nothing is written through a symbolic link") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  std::filesystem::create_symlink(elsewhere.path(), folder.path() + "/initiatives");
  elsewhere.write("target.md", "mine");
  std::filesystem::create_directory(folder.path() + "/clusters");
  std::filesystem::create_symlink(elsewhere.path() + "/target.md",
                                  folder.path() + "/clusters/a.md");
  for (const char* const path : {"initiatives/a.md", "clusters/a.md", "initiatives/a/index.md"}) {
    for (const bool replaces : {false, true}) {
      CHECK_THROWS_AS(
          write_content_files(folder.path(), std::vector<ContentFile>{{path, "x"}}, replaces),
          MachineError);
    }
  }
  CHECK(files_below(elsewhere.path()) == Files{{"target.md", "mine"}});
}

TEST_CASE("a page is there as itself or in its other form") {
  const TemporaryFolder folder;
  folder.write("initiatives/a.md", "");
  folder.write("initiatives/b/index.fr.md", "");
  folder.write("_index.md", "");
  CHECK(file_in_place_of(folder.path(), "initiatives/a.md") == "initiatives/a.md");
  CHECK(file_in_place_of(folder.path(), "initiatives/a/index.md") == "initiatives/a.md");
  CHECK(file_in_place_of(folder.path(), "initiatives/b.fr.md") == "initiatives/b/index.fr.md");
  CHECK_FALSE(file_in_place_of(folder.path(), "initiatives/b.md").has_value());
  CHECK(file_in_place_of(folder.path(), "_index.md") == "_index.md");
  CHECK_FALSE(file_in_place_of(folder.path(), "_index.fr.md").has_value());
}

}  // namespace lamppost::test
