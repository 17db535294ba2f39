// When the machine fails, the program says which path and why, with status 3, and harms nothing.
#include <filesystem>
#include <string>
#include <unistd.h>

#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"
#include "write/lock.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

void write_site(const TemporaryFolder& folder) {
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\n");
  folder.write("content/initiatives/lamp.md",
               "+++\ntitle = \"Lamp\"\ncluster = \"light\"\n+++\n" + std::string(4096, 'x') + "\n");
}

void check_machine_failed(const RunResult& result, const std::string& path) {
  INFO(result.errors);
  CHECK(result.status == 3);
  CHECK(result.errors.find(path) != std::string::npos);
  CHECK(result.errors.size() > path.size() + 20);  // and a reason
}

}  // namespace

TEST_CASE("a missing content folder is told with its path") {
  const TemporaryFolder folder;
  check_machine_failed(run_lamppost(folder.path(), "build"), "content");
  check_machine_failed(run_lamppost(folder.path(), "check --content nowhere"), "nowhere");
  check_machine_failed(run_lamppost(folder.path(), "-C nowhere build"), "nowhere");
}

TEST_CASE("an output folder that can't be made is told with its path") {
  const TemporaryFolder folder;
  write_site(folder);
  folder.write("file", "");
  check_machine_failed(run_lamppost(folder.path(), "build --output file/public"), "file");
  check_machine_failed(run_lamppost(folder.path(), "build --output /proc/lamppost/public"),
                       "/proc/lamppost");
}

TEST_CASE("a file that can't be read is told with its path") {
  if (geteuid() == 0) return;  // root may read everything
  const TemporaryFolder folder;
  write_site(folder);
  fs::permissions(folder.path() + "/content/initiatives/lamp.md", fs::perms::none);
  check_machine_failed(run_lamppost(folder.path(), "build"), "initiatives/lamp.md");
}

TEST_CASE("a full disk leaves the site that was there, and no leftovers") {
  const TemporaryFolder folder;
  write_site(folder);
  REQUIRE(run_lamppost(folder.path(), "build").status == 0);
  const std::string before = folder.read("public/index.html");

  folder.write(
      "content/initiatives/lamp.md",
      "+++\ntitle = \"Bright lamp\"\ncluster = \"light\"\n+++\n" + std::string(9000, 'y') + "\n");
  // A limit on the size of files fails a write as a full disk does, for root too.
  folder.write("limited.sh", "trap '' XFSZ\nulimit -f 8\nexec \"$@\"\n");
  const RunResult result = run_lamppost(folder.path(), "build", "sh ./limited.sh");
  check_machine_failed(result, ".lamppost/public");
  CHECK(folder.read("public/index.html") == before);
  CHECK_FALSE(folder.has(".lamppost/public/staging"));
}

TEST_CASE("a second build on one output waits, and says so; checking needs no waiting") {
  const TemporaryFolder folder;
  write_site(folder);
  const OutputLock first(output_place(folder.path() + "/public"), {});
  const RunResult second = run_lamppost(folder.path(), "build", "timeout 1");
  CHECK(second.status == 124);  // it would wait still
  CHECK(second.errors == "lamppost: another build writes to public; waiting for it\n");
  CHECK_FALSE(folder.has("public"));
  CHECK(run_lamppost(folder.path(), "check").status == 0);
}

}  // namespace lamppost::test
