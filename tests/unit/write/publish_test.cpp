#include "write/publish.h"

#include <filesystem>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write/recorded.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("what is published lies in the output folder, and nothing is left of the staging") {
  const Publisher publisher;
  const Files site = {{"index.html", "home"}, {"a/b/index.html", "page"}};
  const WriteReport report = publisher.publish(site);
  CHECK(report.made == 2);
  CHECK(report.kept == 0);
  CHECK(files_below(publisher.place.output) == site);
  CHECK_FALSE(fs::exists(publisher.place.staging));
  CHECK(publisher.manifest().size() == 2);
}

TEST_CASE("an unchanged file is not touched") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"other.html", "old"}});
  const std::int64_t time = make_old(publisher.output("index.html"));
  const WriteReport report = publisher.publish({{"index.html", "home"}, {"other.html", "new"}});
  CHECK(report.kept == 1);
  CHECK(report.made == 1);
  CHECK(modified(publisher.output("index.html")) == time);
}

TEST_CASE("where only the keys are new, no file changes and the keys are remembered") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}}, key(1));
  const std::int64_t time = modified(publisher.output("index.html"));
  CHECK(publisher.publish({{"index.html", "home"}}, key(2)).kept == 1);
  CHECK(modified(publisher.output("index.html")) == time);
  CHECK(publisher.published().find("index.html")->record.key == key(2));
}

TEST_CASE("a run that changes nothing does not even write the manifest") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}});
  const std::int64_t time = make_old(publisher.place.manifest);
  publisher.publish({{"index.html", "home"}});
  CHECK(modified(publisher.place.manifest) == time);
}

TEST_CASE("what an earlier run made and this one did not is removed, with its empty folders") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"a/b/index.html", "page"}});
  const WriteReport report = publisher.publish({{"index.html", "home"}});
  CHECK(report.removed == 1);
  CHECK(report.kept == 1);
  CHECK_FALSE(publisher.folder.has("public/a"));
}

TEST_CASE("files that lamppost did not make stay") {
  const Publisher publisher;
  publisher.folder.write("public/CNAME", "example.eu");
  publisher.folder.write("public/a/mine.txt", "mine");
  const std::int64_t time = make_old(publisher.output("CNAME"));
  publisher.publish({{"a/index.html", "page"}});
  publisher.publish({{"index.html", "home"}});
  CHECK(files_below(publisher.place.output) ==
        Files{{"CNAME", "example.eu"}, {"a/mine.txt", "mine"}, {"index.html", "home"}});
  CHECK(modified(publisher.output("CNAME")) == time);
}

TEST_CASE("a file may become a folder and a folder a file") {
  const Publisher publisher;
  publisher.publish({{"x", "file"}, {"y/index.html", "page"}});
  publisher.publish({{"x/index.html", "page"}, {"y", "file"}});
  CHECK(files_below(publisher.place.output) == Files{{"x/index.html", "page"}, {"y", "file"}});
}

TEST_CASE("an empty site has its folder") {
  const Publisher publisher;
  publisher.publish(Files{});
  CHECK(fs::is_directory(publisher.place.output));
  publisher.publish({{"index.html", "home"}});
  CHECK(publisher.publish(Files{}).removed == 1);
  CHECK(fs::is_directory(publisher.place.output));
}

TEST_CASE("an output folder that somebody removed is made again, whole") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"gone.html", "stale"}});
  fs::remove_all(publisher.place.output);
  const WriteReport report = publisher.publish({{"index.html", "home"}});
  CHECK(report.made == 1);
  CHECK(report.removed == 0);
  CHECK(files_below(publisher.place.output) == Files{{"index.html", "home"}});
}

TEST_CASE("a failure half-way leaves the output and its manifest as they were") {
  const Publisher publisher;
  publisher.publish({{"index.html", "old"}, {"gone/index.html", "stale"}});
  publisher.folder.write("public/taken/mine.txt", "mine");  // stands where a file is to go
  const Manifest manifest = publisher.manifest();
  const Files before = files_below(publisher.place.output);

  CHECK_THROWS_AS(publisher.publish(
                      {{"index.html", "new"}, {"new/index.html", "page"}, {"taken", "x"}}, key(2)),
                  MachineError);
  CHECK(files_below(publisher.place.output) == before);
  CHECK(publisher.manifest() == manifest);
  CHECK_FALSE(publisher.folder.has("public/new"));
  CHECK_FALSE(fs::exists(publisher.place.staging));
}

TEST_CASE("a first run that fails leaves nothing but what was there") {
  const Publisher publisher;
  publisher.folder.write("public/taken/mine.txt", "mine");
  CHECK_THROWS_AS(publisher.publish({{"index.html", "home"}, {"taken", "x"}}), MachineError);
  CHECK(files_below(publisher.folder.path()) == Files{{"public/taken/mine.txt", "mine"}});
}

TEST_CASE("a manifest that can't be written undoes everything") {
  const Publisher publisher;
  fs::create_directories(publisher.place.manifest);  // a folder can't be replaced by a file
  CHECK_THROWS_AS(publisher.publish({{"index.html", "home"}}), MachineError);
  CHECK_FALSE(publisher.folder.has("public"));
}

TEST_CASE("folders that may not be written to leave the site as it was") {
  const Publisher publisher;
  const Files before = {{"a/index.html", "old"}, {"z/index.html", "old"}};
  publisher.publish(before);
  fs::permissions(publisher.output("z"), fs::perms(0555));
  const WithoutRootsRights rights(publisher.folder.path());
  CHECK(failure_of([&] {
          publisher.publish(
              {{"a/index.html", "new"}, {"b/index.html", "new"}, {"z/index.html", "new"}});
        }) == publisher.output("z/index.html") + ": Permission denied");
  CHECK(failure_of([&] {
          publisher.publish({{"a/index.html", "new"}});
        }) == publisher.output("z/index.html") + ": Permission denied");
  CHECK(files_below(publisher.place.output) == before);
}

TEST_CASE("a manifest cannot lead out of the output folder") {
  const Publisher publisher;
  publisher.folder.write("precious.txt", "keep");
  publisher.publish({{"index.html", "home"}});
  const std::string absolute = publisher.folder.path() + "/precious.txt";
  for (const std::string& path : {std::string("../precious.txt"), absolute,
                                  std::string("a/../../precious.txt"), std::string("..")}) {
    write_manifest(publisher.place.manifest, Manifest({{path, {}}, {"index.html", {}}}));
    publisher.publish({{"index.html", "home"}});
    CHECK(publisher.folder.read("precious.txt") == "keep");
  }
}

TEST_CASE("a lost manifest only costs time: what is the same is kept, nothing is removed") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"old.html", "old"}});
  const std::int64_t time = make_old(publisher.output("index.html"));
  fs::remove(publisher.place.manifest);
  const WriteReport report = publisher.publish({{"index.html", "home"}, {"new.html", "new"}});
  CHECK(report.kept == 1);
  CHECK(report.removed == 0);
  CHECK(modified(publisher.output("index.html")) == time);
  CHECK(publisher.folder.has("public/old.html"));
}

TEST_CASE("what is forgotten is made and compared again; whose it is stays known") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"old.html", "old"}});
  {
    const OutputLock lock(publisher.place, {});
    forget(publisher.place);
  }
  const Manifest forgotten = publisher.manifest();
  CHECK(forgotten.size() == 2);
  CHECK(looked_at(forgotten, publisher.place).find("index.html")->record == FileRecord{});
  CHECK_FALSE(is_whole(looked_at(forgotten, publisher.place)));
  const std::int64_t time = modified(publisher.output("index.html"));
  const WriteReport report = publisher.publish({{"index.html", "home"}});
  CHECK(report.kept == 1);
  CHECK(report.removed == 1);
  CHECK(modified(publisher.output("index.html")) == time);
}

TEST_CASE("there is nothing to forget where nothing is remembered") {
  const Publisher publisher;
  forget(publisher.place);
  CHECK_FALSE(publisher.folder.has(".lamppost"));
}

}  // namespace lamppost::test
