#include "write/staging.h"

#include <csignal>
#include <filesystem>
#include <sys/mount.h>
#include <sys/resource.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

/// While it lives, no file of this process may grow past some bytes: fails as a full disk does.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small = {bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

/// A small RAM disk at a path, where the machine lets us have one.
class SmallDisk {
 public:
  SmallDisk(std::string path, const char* options) : path_(std::move(path)) {
    fs::create_directories(path_);
    is_there_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, options) == 0;
  }
  ~SmallDisk() {
    if (is_there_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool is_there() const { return is_there_; }

 private:
  std::string path_;
  bool is_there_ = false;
};

/// Stages one artifact as the next run of a publisher would.
StagedFile stage_one(const Publisher& publisher, const Artifact& artifact,
                     const Hash128& made_from = key(1)) {
  const Published before = publisher.published();
  return Staging(publisher.place, before).stage(artifact, made_from);
}

bool is_current(const Publisher& publisher, const std::string& path, const Hash128& made_from) {
  const auto known = publisher.published().find(path);
  return known && known->is_current(made_from);
}

}  // namespace

TEST_CASE("a file is prepared in the folder in which it will lie, and gone with the staging") {
  const Publisher publisher;
  const Published nothing;
  {
    const Staging staging(publisher.place, nothing);
    const StagedFile file = staging.stage({"a/b/index.html", "page", {}}, key(7));
    CHECK(file.is_prepared);
    CHECK_FALSE(file.replaces_foreign);
    CHECK(publisher.folder.read(".lamppost/public/staging/new/a/b/index.html") == "page");
    const FileRecord expected = {
        key(7), hash128("page"), 4,
        modified(publisher.folder.path() + "/.lamppost/public/staging/new/a/b/index.html")};
    CHECK(file.record == expected);
  }
  CHECK_FALSE(publisher.folder.has(".lamppost/public/staging"));
  CHECK_FALSE(publisher.folder.has("public"));
}

TEST_CASE("a file made from the same is current, one made from something else is not") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}}, key(1));
  CHECK(is_current(publisher, "index.html", key(1)));
  CHECK_FALSE(is_current(publisher, "index.html", key(2)));
  CHECK_FALSE(is_current(publisher, "other.html", key(1)));
  make_old(publisher.output("index.html"));
  CHECK_FALSE(is_current(publisher, "index.html", key(1)));
}

TEST_CASE("a file made from nobody knows what is never current") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}}, no_hash);
  CHECK_FALSE(is_current(publisher, "index.html", no_hash));
}

TEST_CASE("the same bytes made from something else are kept, with the new key") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}}, key(1));
  const FileRecord before = publisher.manifest()[0].record;
  const StagedFile file = stage_one(publisher, {"index.html", "home", {}}, key(2));
  CHECK_FALSE(file.is_prepared);
  CHECK(file.record == FileRecord{key(2), before.content_hash, before.size, before.modified});
}

TEST_CASE("what is written in pieces is made once, and taken away where it is as it was") {
  const Publisher publisher;
  int times_made = 0;
  const auto in_pieces = [&](const std::string& text) {
    return Artifact{"data.json", {}, {}, [&times_made, text](Pieces& pieces) {
                      ++times_made;
                      for (const char c : text) {
                        pieces.end() += c;
                        pieces.pass_on();
                      }
                    }};
  };
  (void)publisher.publish_artifacts({in_pieces("one")});
  CHECK(publisher.folder.read("public/data.json") == "one");
  times_made = 0;
  CHECK_FALSE(stage_one(publisher, in_pieces("one"), key(2)).is_prepared);
  CHECK(times_made == 1);
  CHECK(stage_one(publisher, in_pieces("two"), key(2)).is_prepared);
  CHECK(times_made == 2);
}

TEST_CASE("a file that was touched is compared byte by byte") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}});
  SECTION("the same: kept, with its new time") {
    const std::int64_t time = make_old(publisher.output("index.html"));
    const StagedFile file = stage_one(publisher, {"index.html", "home", {}});
    CHECK_FALSE(file.is_prepared);
    CHECK(file.record.modified == time);
  }
  SECTION("of the same size, but another") {
    publisher.folder.write("public/index.html", "HOME");
    make_old(publisher.output("index.html"));
    CHECK(stage_one(publisher, {"index.html", "home", {}}).is_prepared);
  }
}

TEST_CASE("a file that the manifest doesn't know is compared byte by byte") {
  const Publisher publisher;
  publisher.folder.write("public/index.html", "home");
  publisher.folder.write("public/empty", "");
  CHECK_FALSE(stage_one(publisher, {"index.html", "home", {}}).is_prepared);
  CHECK_FALSE(stage_one(publisher, {"empty", "", {}}).is_prepared);
  const StagedFile other = stage_one(publisher, {"index.html", "HOME", {}});
  CHECK(other.is_prepared);
  CHECK(other.replaces_foreign);
}

TEST_CASE("a link in the output is no file of ours, whatever it leads to") {
  const Publisher publisher;
  publisher.folder.write("public/real.html", "home");
  fs::create_symlink("real.html", publisher.output("index.html"));
  const StagedFile file = stage_one(publisher, {"index.html", "home", {}});
  CHECK(file.is_prepared);
  CHECK(file.replaces_foreign);
}

TEST_CASE("an asset is staged byte for byte, and kept where it is the same") {
  const Publisher publisher;
  publisher.folder.write("photo.jpg",
                         std::string("\0\xff picture", 10) + std::string(300'000, 'p'));
  const Artifact photo = {"x/photo.jpg", {}, publisher.folder.path() + "/photo.jpg"};
  publisher.publish_artifacts({photo});
  CHECK(publisher.folder.read("public/x/photo.jpg") == publisher.folder.read("photo.jpg"));
  CHECK_FALSE(stage_one(publisher, photo).is_prepared);
  make_old(publisher.output("x/photo.jpg"));
  CHECK_FALSE(stage_one(publisher, photo).is_prepared);
  publisher.folder.write("photo.jpg", "another");
  CHECK(stage_one(publisher, photo).is_prepared);
  CHECK_THROWS_AS(stage_one(publisher, {"x", {}, publisher.folder.path() + "/none"}), MachineError);
}

TEST_CASE("two artifacts at one path are refused") {
  const Publisher publisher;
  const Published nothing;
  const Staging staging(publisher.place, nothing);
  (void)staging.stage({"x", "file", {}}, key(1));
  CHECK(failure_of([&] {
          (void)staging.stage({"x", "again", {}}, key(1));
        }) == publisher.place.staging + "/new/x: File exists");
  CHECK(failure_of([&] {
          (void)staging.stage({"x/below", "page", {}}, key(1));
        }) == publisher.place.staging + "/new/x/below: Not a directory");
}

TEST_CASE("a file that can't be written whole is the machine's failure, with its path") {
  const Publisher publisher;
  publisher.publish({{"index.html", "old"}});
  const SmallFiles limit(10'000);
  CHECK(failure_of([&] {
          publisher.publish({{"a.html", "fits"}, {"index.html", std::string(20'000, 'x')}});
        }) == publisher.place.staging + "/new/index.html: File too large");
  CHECK(files_below(publisher.place.output) == Files{{"index.html", "old"}});
  CHECK_FALSE(publisher.folder.has(".lamppost/public/staging"));
}

TEST_CASE("a full disk leaves the site as it was, and no leftovers") {
  const Publisher publisher;
  const SmallDisk disk(publisher.folder.path(), "size=400k");
  if (!disk.is_there()) return;  // only root may mount
  publisher.publish({{"index.html", "old"}});
  Files large;
  for (int i = 0; i < 20; ++i) large[std::to_string(i) + "/index.html"] = std::string(30'000, 'x');
  const std::string failure = failure_of([&] { publisher.publish(large); });
  CHECK(failure.starts_with(publisher.place.staging + "/new/"));
  CHECK(failure.ends_with("/index.html: No space left on device"));
  CHECK(files_below(publisher.place.output) == Files{{"index.html", "old"}});
  CHECK_FALSE(publisher.folder.has(".lamppost/public/staging"));
  CHECK(publisher.publish({{"index.html", "old"}}).kept == 1);
}

TEST_CASE("an output on another file system than the folder around it is refused at once") {
  const Publisher publisher;
  const SmallDisk disk(publisher.place.output, "size=400k");
  if (!disk.is_there()) return;  // only root may mount
  CHECK(failure_of([&] {
          publisher.publish({{"index.html", "home"}});
        }).starts_with(publisher.place.output + ": lies on another file system"));
  CHECK(files_below(publisher.place.output).empty());
  CHECK_FALSE(publisher.folder.has(".lamppost"));
}

TEST_CASE("an output folder that is a file is refused at once") {
  const Publisher publisher;
  publisher.folder.write("public", "mine");
  CHECK(failure_of([&] {
          publisher.publish({{"index.html", "home"}});
        }) == publisher.place.output + ": Not a directory");
  CHECK(publisher.folder.read("public") == "mine");
}

}  // namespace lamppost::test
