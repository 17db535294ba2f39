#include "write/replace_file.h"

#include <filesystem>
#include <sys/stat.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/files_below.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("a file gets other bytes and keeps its mode, and nothing else is left") {
  const TemporaryFolder folder;
  folder.write("a/b/x.md", "old");
  const std::string file = folder.path() + "/a/b/x.md";
  ::chmod(file.c_str(), 0640);
  replace_file(folder.path(), "a/b/x.md", "old", "new\r\n");
  CHECK(folder.read("a/b/x.md") == "new\r\n");
  struct stat status = {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 0640);
  CHECK(files_below(folder.path()).size() == 1);
}

TEST_CASE("a file that has changed meanwhile is left as it is") {
  const TemporaryFolder folder;
  folder.write("x.md", "newer");
  CHECK_THROWS_AS(replace_file(folder.path(), "x.md", "old", "new"), MachineError);
  CHECK_THROWS_AS(replace_file(folder.path(), "x.md", "newe", "new"), MachineError);
  CHECK_THROWS_AS(replace_file(folder.path(), "x.md", "newer and", "new"), MachineError);
  CHECK(folder.read("x.md") == "newer");
  CHECK(files_below(folder.path()).size() == 1);
}

TEST_CASE("no symbolic link is written through, neither the file nor a folder above it") {
  const TemporaryFolder folder;
  folder.write("outside/x.md", "old");
  fs::create_directories(folder.path() + "/content");
  fs::create_symlink("../outside", folder.path() + "/content/link");
  fs::create_symlink("../outside/x.md", folder.path() + "/content/x.md");
  CHECK_THROWS_AS(replace_file(folder.path() + "/content", "link/x.md", "old", "new"),
                  MachineError);
  CHECK_THROWS_AS(replace_file(folder.path() + "/content", "x.md", "old", "new"), MachineError);
  CHECK(folder.read("outside/x.md") == "old");
  CHECK(fs::is_symlink(folder.path() + "/content/x.md"));
}

TEST_CASE("a file that is not there is a failure of the machine") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(replace_file(folder.path(), "x.md", "", "new"), MachineError);
}

}  // namespace lamppost::test
