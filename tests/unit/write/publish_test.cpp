#include "write/publish.h"

#include <filesystem>
#include <vector>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

struct Run {
  TemporaryFolder folder;
  OutputPlace place = output_place(folder.path() + "/public");

  WriteReport publish(const std::vector<Artifact>& artifacts) const {
    open_staging(place);
    std::vector<StagedFile> staged;
    for (const Artifact& artifact : artifacts)
      staged.push_back(stage(artifact, staged.size(), place));
    return commit(staged, place);
  }
};

}  // namespace

TEST_CASE("what is published lies in the output folder, and nothing is left of the staging") {
  const Run run;
  const WriteReport report =
      run.publish({{"index.html", "home", {}}, {"a/b/index.html", "page", {}}});
  CHECK(report.made == 2);
  CHECK(run.folder.read("public/index.html") == "home");
  CHECK(run.folder.read("public/a/b/index.html") == "page");
  CHECK_FALSE(std::filesystem::exists(run.place.staging));
}

TEST_CASE("an unchanged file is not touched") {
  const Run run;
  (void)run.publish({{"index.html", "home", {}}});
  const auto file = std::filesystem::path(run.place.output) / "index.html";
  const auto long_ago = std::filesystem::last_write_time(file) - std::chrono::hours(24);
  std::filesystem::last_write_time(file, long_ago);

  const WriteReport report = run.publish({{"index.html", "home", {}}});
  CHECK(report.kept == 1);
  CHECK(report.made == 0);
  CHECK(std::filesystem::last_write_time(file) == long_ago);
}

TEST_CASE("what an earlier run made and this one did not is removed, with its empty folders") {
  const Run run;
  (void)run.publish({{"index.html", "home", {}}, {"a/b/index.html", "page", {}}});
  const WriteReport report = run.publish({{"index.html", "home", {}}});
  CHECK(report.removed == 1);
  CHECK(report.kept == 1);
  CHECK_FALSE(run.folder.has("public/a"));
}

TEST_CASE("files that lamppost did not make stay") {
  const Run run;
  run.folder.write("public/CNAME", "example.eu");
  run.folder.write("public/a/mine.txt", "mine");
  (void)run.publish({{"a/index.html", "page", {}}});
  (void)run.publish({{"index.html", "home", {}}});
  CHECK(run.folder.read("public/CNAME") == "example.eu");
  CHECK(run.folder.read("public/a/mine.txt") == "mine");
  CHECK_FALSE(run.folder.has("public/a/index.html"));
}

TEST_CASE("a file may become a folder and a folder a file") {
  const Run run;
  (void)run.publish({{"x", "file", {}}, {"y/index.html", "page", {}}});
  (void)run.publish({{"x/index.html", "page", {}}, {"y", "file", {}}});
  CHECK(run.folder.read("public/x/index.html") == "page");
  CHECK(run.folder.read("public/y") == "file");
}

TEST_CASE("a failure half-way leaves the output as it was") {
  const Run run;
  (void)run.publish({{"index.html", "old", {}}, {"gone.html", "stale", {}}});
  run.folder.write("public/taken/mine.txt", "mine");  // stands where a file is to go

  CHECK_THROWS_AS(
      run.publish({{"index.html", "new", {}}, {"new/index.html", "page", {}}, {"taken", "x", {}}}),
      MachineError);
  CHECK(run.folder.read("public/index.html") == "old");
  CHECK(run.folder.read("public/gone.html") == "stale");
  CHECK(run.folder.read("public/taken/mine.txt") == "mine");
  CHECK_FALSE(run.folder.has("public/new"));
  CHECK_FALSE(std::filesystem::exists(run.place.staging));
}

TEST_CASE("an asset is published byte for byte") {
  const Run run;
  const std::string bytes("\0\xff picture", 10);
  run.folder.write("photo.jpg", bytes);
  (void)run.publish({{"initiatives/x/photo.jpg", {}, run.folder.path() + "/photo.jpg"}});
  CHECK(run.folder.read("public/initiatives/x/photo.jpg") == bytes);
  CHECK_THROWS_AS(run.publish({{"x.jpg", {}, run.folder.path() + "/none.jpg"}}), MachineError);
}

TEST_CASE("a manifest cannot lead out of the output folder") {
  const Run run;
  run.folder.write("precious.txt", "keep");
  (void)run.publish({{"index.html", "home", {}}});
  run.folder.write(".lamppost/public/manifest", "lamppost manifest 1\n../precious.txt\n" +
                                                    run.folder.path() + "/precious.txt\nend\n");
  (void)run.publish({{"index.html", "home", {}}});
  CHECK(run.folder.read("precious.txt") == "keep");
}

TEST_CASE("lamppost's own folder lies beside the output folder, however that is written") {
  CHECK(output_place("public").staging == ".lamppost/public/staging");
  CHECK(output_place("./public/").output == "public");
  CHECK(output_place("/srv/www/site").manifest == "/srv/www/.lamppost/site/manifest");
}

TEST_CASE("an output folder that can't be made is the machine's failure, with its path") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_THROWS_AS(open_staging(output_place(folder.path() + "/file/public")), MachineError);
  CHECK_THROWS_AS(open_staging(output_place("/proc/lamppost/public")), MachineError);
}

}  // namespace lamppost::test
