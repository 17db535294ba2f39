// What `check` does to files: the summary of a job, and fixes.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

const std::string light = "+++\ntitle = \"Light\"\n+++\n";
const std::string lamp_to_fix =
    "+++\ntitel = \"Lamp\"\ncluster = \"light\"\ngoal = \"Shine\"\n+++\n";

void write_lamp(const TemporaryFolder& folder) {
  folder.write("content/clusters/light.md", light);
  folder.write("content/initiatives/lamp.md", lamp_to_fix);
}

}  // namespace

TEST_CASE("a job's summary is added to what other steps have written, for GitHub only") {
  const TemporaryFolder folder;
  write_lamp(folder);
  folder.write("summary.md", "of another step\n");
  const std::string environment = "GITHUB_STEP_SUMMARY='" + folder.path() + "/summary.md'";
  CHECK(run_lamppost(folder.path(), "check --format json", environment).status == 1);
  CHECK(folder.read("summary.md") == "of another step\n");
  CHECK(run_lamppost(folder.path(), "check --format github", environment).status == 1);
  const std::string summary = folder.read("summary.md");
  CHECK(summary.starts_with("of another step\n## lamppost check\n\n1 error in 1 file.\n"));
  CHECK(summary.find("unknown key &#96;titel&#96;") != std::string::npos);
}

TEST_CASE(
    "in a folder of a repository that GitHub has checked out, files are named from its root") {
  const TemporaryFolder folder;
  folder.write("site/content/clusters/light.md", light);
  folder.write("site/content/initiatives/lamp.md", lamp_to_fix);
  const std::string environment = "GITHUB_WORKSPACE='" + folder.path() + "'";
  const RunResult below = run_lamppost(folder.path(), "-C site check --format github", environment);
  CHECK(below.errors.find(",file=site/content/initiatives/lamp.md,") != std::string::npos);
  const RunResult top = run_lamppost(folder.path() + "/site", "check --format github");
  CHECK(top.errors.find(",file=content/initiatives/lamp.md,") != std::string::npos);
}

TEST_CASE("a summary that can't be written is a failure of the machine") {
  const TemporaryFolder folder;
  write_lamp(folder);
  const RunResult result = run_lamppost(folder.path(), "check --format github",
                                        "GITHUB_STEP_SUMMARY='" + folder.path() + "/no/x.md'");
  CHECK(result.status == 3);
}

TEST_CASE("the diff is one that git applies") {
  if (std::system("git --version >/dev/null 2>&1") != 0) return;  // NOLINT: a test runs commands
  const TemporaryFolder folder;
  write_lamp(folder);
  folder.write("content/initiatives/post.md",
               "title = \"Post\"\r\ncluster = \"Light\"\r\ngoal = \"G\"");
  const TemporaryFolder copy;
  fs::copy(folder.path() + "/content", copy.path() + "/content", fs::copy_options::recursive);
  const RunResult result = run_lamppost(folder.path(), "check --fix --quiet");
  CHECK(result.status == 0);
  copy.write("fix.diff", result.output);
  const std::string apply = "cd '" + copy.path() + "' && git apply fix.diff";
  REQUIRE(std::system(apply.c_str()) == 0);  // NOLINT: a test runs commands
  for (const char* file : {"content/initiatives/lamp.md", "content/initiatives/post.md"}) {
    CHECK(copy.read(file) == folder.read(file));
    CHECK(copy.read(file).find("cluster = \"light\"") != std::string::npos);
  }
}

TEST_CASE("nothing is fixed through a symbolic link") {
  const TemporaryFolder folder;
  folder.write("content/clusters/light.md", light);
  folder.write("elsewhere/lamp.md", lamp_to_fix);
  fs::create_directories(folder.path() + "/content/initiatives");
  fs::create_symlink("../../elsewhere/lamp.md", folder.path() + "/content/initiatives/lamp.md");
  CHECK(run_lamppost(folder.path(), "check --fix").status == 0);
  CHECK(run_lamppost(folder.path(), "check --fix content/initiatives/lamp.md").status == 0);
  CHECK(folder.read("elsewhere/lamp.md") == lamp_to_fix);
}

TEST_CASE("a content folder that is a link, and paths through links, are the same files") {
  const TemporaryFolder folder;
  folder.write("site/content/clusters/light.md", light);
  folder.write("site/content/initiatives/lamp.md", lamp_to_fix);
  fs::create_symlink("site", folder.path() + "/link");
  const std::string through_link = folder.path() + "/link/content/initiatives/lamp.md";
  CHECK(run_lamppost(folder.path() + "/site", "check '" + through_link + "'").status == 1);
  CHECK(run_lamppost(folder.path() + "/site", "check --fix '" + through_link + "'").status == 0);
  CHECK(folder.read("site/content/initiatives/lamp.md").find("title = ") != std::string::npos);
}

TEST_CASE("what a fix can't write stays as it is, and the failure is told") {
  const TemporaryFolder folder;
  write_lamp(folder);
  fs::permissions(folder.path() + "/content/initiatives",
                  fs::perms::owner_read | fs::perms::owner_exec);
  const RunResult result = run_lamppost(folder.path(), "check --fix");
  fs::permissions(folder.path() + "/content/initiatives", fs::perms::owner_all);
  if (result.status == 0) return;  // root writes everywhere
  CHECK(result.status == 3);
  CHECK(folder.read("content/initiatives/lamp.md") == lamp_to_fix);
}

}  // namespace lamppost::test
