#include "serve/watcher.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "support/catch.h"
#include "support/contains.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::contains;
using lamppost::test::TemporaryFolder;

namespace {

void say_nothing(const std::string&) {}

}  // namespace

TEST_CASE("files that are written together are one change, in both ways of watching") {
  for (const WatchKind kind : {WatchKind::inotify, WatchKind::polling}) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() + "/content");
    Watcher watcher({{folder.path() + "/content"}, ""}, kind, say_nothing);
    for (int i = 0; i < 300; ++i) folder.write("content/" + std::to_string(i) + ".md", "x");
    CHECK(watcher.wait() == Seen::folders);
    std::thread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(700));
      watcher.stop();
    });
    CHECK(watcher.wait() == Seen::stop);
    later.join();
  }
}

TEST_CASE("a file that nobody closes is a change after all") {
  const TemporaryFolder folder;
  folder.write("content/a.md", "1");
  Watcher watcher({{folder.path() + "/content"}, ""}, WatchKind::inotify, say_nothing);
  std::ofstream out(folder.path() + "/content/a.md", std::ios::app);
  out << "2" << std::flush;
  CHECK(watcher.wait() == Seen::folders);
}

TEST_CASE("who writes without end does not keep a change from being told") {
  const TemporaryFolder folder;
  folder.write("content/a.md", "1");
  Watcher watcher({{folder.path() + "/content"}, ""}, WatchKind::inotify, say_nothing);
  std::atomic<bool> is_told = false;
  std::thread writer([&] {
    while (!is_told) folder.write("content/a.md", "2");
  });
  CHECK(watcher.wait() == Seen::folders);
  is_told = true;
  writer.join();
}

TEST_CASE("where the kernel can't tell of changes they are looked for, with a word") {
  const TemporaryFolder folder;
  std::string said;
  const auto say = [&](const std::string& words) { said = words; };
  Watcher watcher(
      {{folder.path()}, ""},
      [](const Watched&) -> std::unique_ptr<TreeWatch> {
        throw WatchFailure("there are too many folders");
      },
      say);
  CHECK(contains(said, "looked for again and again"));
  CHECK(contains(said, "there are too many folders"));
  folder.write("a.md", "1");
  CHECK(watcher.wait() == Seen::folders);
}

TEST_CASE("where it can't any more, something may have been missed: that is a change") {
  struct Failing : TreeWatch {
    Seen wait(std::chrono::milliseconds /*most*/, int /*stop*/) override {
      throw WatchFailure("no more");
    }
  };
  const TemporaryFolder folder;
  std::string said;
  const auto say = [&](const std::string& words) { said = words; };
  Watcher watcher(
      {{folder.path()}, ""}, [](const Watched&) { return std::make_unique<Failing>(); }, say);
  CHECK(said.empty());
  CHECK(watcher.wait() == Seen::folders);
  CHECK(contains(said, "no more"));
  folder.write("a.md", "1");
  CHECK(watcher.wait() == Seen::folders);
}

TEST_CASE("stopped before it waits, it does not wait") {
  const TemporaryFolder folder;
  Watcher watcher({{folder.path()}, ""}, WatchKind::inotify, say_nothing);
  watcher.stop();
  CHECK(watcher.wait() == Seen::stop);
  CHECK(watcher.wait() == Seen::stop);
}
