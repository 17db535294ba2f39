#include "write/exchange.h"

#include <filesystem>
#include <sys/stat.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

/// An output folder, and files prepared to be brought in.
struct Scene {
  TemporaryFolder folder;
  OutputPlace place = output_place(folder.path() + "/public");
  std::string prepared = place.staging + "/new";

  Scene(const Files& output, const Files& files) {
    for (const auto& [path, bytes] : output) folder.write("public/" + path, bytes);
    for (const auto& [path, bytes] : files)
      folder.write(".lamppost/public/staging/new/" + path, bytes);
    fs::create_directories(prepared);
  }

  void bring_in_all(Exchange& exchange) const {
    const Files files = files_below(prepared);
    std::vector<std::string_view> paths;
    for (const auto& [path, bytes] : files) paths.push_back(path);
    exchange.bring_in(paths);
  }

  [[nodiscard]] Files output() const { return files_below(place.output); }
};

ino_t number_of(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

TEST_CASE("where there is no output, the site is moved in whole, and out again") {
  const Scene scene({}, {{"index.html", "home"}, {"a/b/index.html", "page"}});
  fs::remove_all(scene.place.output);
  const ino_t site = number_of(scene.prepared);
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK(number_of(scene.place.output) == site);
  CHECK(scene.output() == Files{{"index.html", "home"}, {"a/b/index.html", "page"}});
  CHECK(exchange.undo());
  CHECK_FALSE(scene.folder.has("public"));
}

TEST_CASE("an empty output folder stays the same folder: others may have it open") {
  const Scene scene({}, {{"index.html", "home"}});
  fs::create_directories(scene.place.output);
  const ino_t folder = number_of(scene.place.output);
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK(number_of(scene.place.output) == folder);
  CHECK(scene.output() == Files{{"index.html", "home"}});
}

TEST_CASE("a new folder is moved in whole, also below one that is there") {
  const Scene scene({{"a/x/index.html", "old"}},
                    {{"a/y/1", "one"}, {"a/y/2", "two"}, {"b/z", "b"}});
  const ino_t folder = number_of(scene.prepared + "/a/y");
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK(number_of(scene.place.output + "/a/y") == folder);
  CHECK(scene.output() ==
        Files{{"a/x/index.html", "old"}, {"a/y/1", "one"}, {"a/y/2", "two"}, {"b/z", "b"}});
}

TEST_CASE("names that sort between a folder and what is in it are brought in too") {
  const Files files = {
      {"a", "file"}, {"a-b/1", "1"}, {"a.html", "2"}, {"ab/c/d", "3"}, {"b/a/c", ""}};
  for (const bool is_there : {false, true}) {
    const Scene scene(is_there ? files : Files{{"mine", "mine"}}, files);
    Exchange exchange(scene.place, scene.prepared);
    scene.bring_in_all(exchange);
    for (const auto& [path, bytes] : files) CHECK(scene.output().at(path) == bytes);
  }
}

TEST_CASE("whatever was done is undone, in one step or in two") {
  const auto replacing = GENERATE(Replacing::in_one_step, Replacing::in_two_steps);
  const Files before = {{"changed", "old"},
                        {"a/changed", "old"},
                        {"gone/deep/x", "stale"},
                        {"gone/y", "stale"},
                        {"stays", "same"}};
  const Scene scene(before, {{"changed", "new"},
                             {"a/changed", "new"},
                             {"a/added", "new"},
                             {"gone/deep", "a file now"},
                             {"new/folder/x", "new"}});
  fs::permissions(scene.place.output + "/gone/deep", fs::perms(0777));
  const std::int64_t time = make_old(scene.place.output + "/changed");

  Exchange exchange(scene.place, scene.prepared, replacing);
  CHECK(exchange.take_out("gone/deep/x"));
  CHECK(exchange.take_out("gone/y"));
  scene.bring_in_all(exchange);
  CHECK(scene.output() == Files{{"changed", "new"},
                                {"a/changed", "new"},
                                {"a/added", "new"},
                                {"gone/deep", "a file now"},
                                {"new/folder/x", "new"},
                                {"stays", "same"}});
  CHECK(exchange.undo());
  CHECK(scene.output() == before);
  CHECK(modified(scene.place.output + "/changed") == time);
  CHECK(fs::status(scene.place.output + "/gone/deep").permissions() == fs::perms(0777));
  CHECK_FALSE(scene.folder.has("public/new"));
}

TEST_CASE("folders are removed with the last file in them, up to one that holds something else") {
  const Scene scene({{"a/b/c/x", ""}, {"a/b/y", ""}, {"a/mine", ""}}, {});
  Exchange exchange(scene.place, scene.prepared);
  CHECK(exchange.take_out("a/b/c/x"));
  CHECK_FALSE(scene.folder.has("public/a/b/c"));
  CHECK(exchange.take_out("a/b/y"));
  CHECK(scene.output() == Files{{"a/mine", ""}});
  CHECK_FALSE(scene.folder.has("public/a/b"));
}

TEST_CASE("the output folder itself is never removed, though it is empty") {
  const Scene scene({{"x", ""}}, {});
  Exchange exchange(scene.place, scene.prepared);
  CHECK(exchange.take_out("x"));
  CHECK(scene.folder.has("public"));
}

TEST_CASE("what is not there, is a folder or stands behind a link is not taken out") {
  const Scene scene({{"folder/mine", "mine"}}, {});
  scene.folder.write("elsewhere/index.html", "precious");
  fs::create_directory_symlink(scene.folder.path() + "/elsewhere", scene.place.output + "/link");
  Exchange exchange(scene.place, scene.prepared);
  CHECK_FALSE(exchange.take_out("none"));
  CHECK_FALSE(exchange.take_out("none/none"));
  CHECK_FALSE(exchange.take_out("folder"));
  CHECK_FALSE(exchange.take_out("link/index.html"));
  CHECK_FALSE(exchange.take_out("folder/mine/none"));
  CHECK(exchange.take_out("link"));  // a link where a file was is removed, not what it leads to
  CHECK(scene.folder.read("elsewhere/index.html") == "precious");
}

TEST_CASE("a link in a file's place is replaced, not what it leads to") {
  const Scene scene({}, {{"index.html", "home"}});
  scene.folder.write("elsewhere.html", "precious");
  fs::create_directories(scene.place.output);
  fs::create_symlink("../elsewhere.html", scene.place.output + "/index.html");
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK_FALSE(fs::is_symlink(scene.place.output + "/index.html"));
  CHECK(scene.folder.read("elsewhere.html") == "precious");
  CHECK(exchange.undo());
  CHECK(fs::is_symlink(scene.place.output + "/index.html"));
}

TEST_CASE("an output folder that is a link is written where it leads") {
  const Scene scene({}, {{"index.html", "home"}});
  fs::create_directories(scene.folder.path() + "/elsewhere");
  fs::create_directory_symlink("elsewhere", scene.place.output);
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK(scene.folder.read("elsewhere/index.html") == "home");
  CHECK(fs::is_symlink(scene.place.output));
}

TEST_CASE("what stands in the way is told with its path") {
  const Scene scene({{"folder/mine", ""}, {"file", ""}}, {{"folder", ""}});
  const Scene other({{"file", ""}}, {{"file/x/y", ""}});
  const Scene third({{"a/b", ""}}, {{"a/link/x", ""}});
  fs::create_directory_symlink("..", third.place.output + "/a/link");
  const auto failure = [](const Scene& in) {
    Exchange exchange(in.place, in.prepared);
    return failure_of([&] { in.bring_in_all(exchange); });
  };
  CHECK(failure(scene) == scene.place.output + "/folder: a folder stands where a file has to go");
  CHECK(failure(other) == other.place.output + "/file: a file stands where a folder has to go");
  CHECK(failure(third) ==
        third.place.output + "/a/link: a symbolic link stands where a folder has to go");
}

TEST_CASE("an empty folder makes room for a file, and comes back when that is undone") {
  const Scene scene({}, {{"x", "file"}});
  fs::create_directories(scene.place.output + "/x");
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  CHECK(scene.output() == Files{{"x", "file"}});
  CHECK(exchange.undo());
  CHECK(fs::is_directory(scene.place.output + "/x"));
}

TEST_CASE("a folder that may not be written to is told with its path") {
  const Scene scene({{"a/x", "old"}, {"b/x", "old"}}, {{"a/x", "new"}, {"b/x", "new"}});
  fs::permissions(scene.place.output + "/b", fs::perms(0555));
  const WithoutRootsRights rights(scene.folder.path());
  Exchange exchange(scene.place, scene.prepared);
  CHECK(failure_of([&] { scene.bring_in_all(exchange); }) ==
        scene.place.output + "/b/x: Permission denied");
  CHECK(failure_of([&] { exchange.take_out("b/x"); }) ==
        scene.place.output + "/b/x: Permission denied");
  CHECK(exchange.undo());
  CHECK(scene.output() == Files{{"a/x", "old"}, {"b/x", "old"}});
}

TEST_CASE("an undo that can't be done of everything says so") {
  const Scene scene({{"a", "old"}}, {{"a", "new"}, {"b", "new"}});
  Exchange exchange(scene.place, scene.prepared);
  scene.bring_in_all(exchange);
  fs::remove(scene.place.output + "/b");  // somebody interferes
  CHECK_FALSE(exchange.undo());
  CHECK(scene.output() == Files{{"a", "old"}});
}

}  // namespace lamppost::test
