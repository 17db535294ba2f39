#include "write/folders.h"

#include <filesystem>
#include <sys/stat.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write_support.h"

namespace lamppost::test {

namespace fs = std::filesystem;

TEST_CASE("what stands under a name is told, and no link is followed") {
  const TemporaryFolder folder;
  folder.write("a/file", "");
  fs::create_symlink(folder.path() + "/a", folder.path() + "/link");
  const Descriptor top = open_folder(folder.path());
  CHECK(occupant_of(top, "a", "top") == Occupant::folder);
  CHECK(occupant_of(top, "a/file", "top") == Occupant::file);
  CHECK(occupant_of(top, "link", "top") == Occupant::other);
  CHECK(occupant_of(top, "none", "top") == Occupant::nothing);
  CHECK(occupant_of(top, "a/file/below", "top") == Occupant::nothing);
  CHECK_THROWS_AS(occupant_of(top, std::string(300, 'x'), "top"), MachineError);
}

TEST_CASE("a folder that isn't there is not opened; what is no folder is the machine's failure") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_FALSE(open_folder_if_there(folder.path() + "/none").is_open());
  CHECK(open_folder_if_there(folder.path()).is_open());
  CHECK_THROWS_AS(open_folder_if_there(folder.path() + "/file"), MachineError);
  fs::create_symlink("nowhere", folder.path() + "/dangling");
  CHECK_THROWS_AS(open_folder_if_there(folder.path() + "/dangling"), MachineError);
}

TEST_CASE("folders are made with those above them, once or twice") {
  const TemporaryFolder folder;
  for (int times = 0; times < 2; ++times) {
    make_folders(folder.path() + "/a/b");
    make_parents(open_folder(folder.path()), "c/d/e/file", "top");
  }
  CHECK(fs::is_directory(folder.path() + "/a/b"));
  CHECK(fs::is_directory(folder.path() + "/c/d/e"));
  CHECK_FALSE(folder.has("c/d/e/file"));
}

TEST_CASE("a folder can't be made where a file stands") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_THROWS_AS(make_folders(folder.path() + "/file"), MachineError);
  CHECK_THROWS_AS(make_folders(folder.path() + "/file/below"), MachineError);
  CHECK(failure_of([&] { make_parents(open_folder(folder.path()), "file/below/x", "top"); }) ==
        "top/file/below: Not a directory");
}

TEST_CASE("a tree is removed with everything in it, and no link is followed") {
  const TemporaryFolder folder;
  folder.write("precious/file", "mine");
  folder.write("tree/a/b/file", "");
  folder.write("tree/file", "");
  fs::create_symlink(folder.path() + "/precious", folder.path() + "/tree/a/link");
  ::mkfifo((folder.path() + "/tree/pipe").c_str(), 0600);
  remove_tree(folder.path() + "/tree");
  CHECK_FALSE(folder.has("tree"));
  CHECK(folder.read("precious/file") == "mine");
  remove_tree(folder.path() + "/tree");  // nothing there: fine
}

TEST_CASE("a tree that can't be removed is told with the path that resists") {
  CHECK_THROWS_AS(remove_tree("/proc/self/fd"), MachineError);
}

TEST_CASE("folders of one mount share a file system, others don't") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() + "/a");
  CHECK(share_file_system(open_folder(folder.path()), open_folder(folder.path() + "/a")));
  CHECK_FALSE(share_file_system(open_folder(folder.path()), open_folder("/proc")));
}

}  // namespace lamppost::test
