#include <algorithm>
#include <filesystem>
#include <fstream>

#include "serve/tree_watch.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "watch_support.h"

using namespace lamppost;
using namespace lamppost::test;
namespace fs = std::filesystem;

namespace {

struct WatchedSite {
  WatchedSite() {
    folder.write("content/a/one.md", "1");
    folder.write("memory/manifest", "1");
    watch = inotify_watch(watched());
  }

  [[nodiscard]] Watched watched() const {
    return {{folder.path() + "/content", folder.path() + "/themes"},
            folder.path() + "/memory/manifest"};
  }
  [[nodiscard]] fs::path at(const std::string& name) const { return folder.path() + '/' + name; }
  Seen seen() { return all_seen(*watch, stop); }
  Seen seen_soon() { return watch->wait(a_moment, stop.number()); }

  TemporaryFolder folder;
  StopAt stop;
  std::unique_ptr<TreeWatch> watch;
};

}  // namespace

TEST_CASE("every way to save a file is seen") {
  WatchedSite site;
  CHECK(site.seen_soon() == Seen::nothing);
  site.folder.write("content/a/one.md", "2");
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/a/.one.new", "3");
  CHECK(site.seen_soon() == Seen::nothing);
  fs::rename(site.at("content/a/.one.new"), site.at("content/a/one.md"));
  CHECK(site.seen() == Seen::folders);
  fs::remove(site.at("content/a/one.md"));
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/a/one.md", "4");
  CHECK(site.seen() == Seen::folders);
  fs::permissions(site.at("content/a/one.md"), fs::perms::owner_read);
  CHECK(site.seen() == Seen::folders);
}

TEST_CASE("a file that is being written is not finished") {
  WatchedSite site;
  std::ofstream out(site.at("content/a/long.md"));
  out << "half" << std::flush;
  CHECK(site.seen() == Seen::unfinished);
  out.close();
  CHECK(site.seen() == Seen::folders);
}

TEST_CASE("new folders are watched with what is in them, moved ones where they are") {
  WatchedSite site;
  fs::create_directories(site.at("content/new/deep/deeper"));
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/new/deep/deeper/two.md", "1");
  CHECK(site.seen() == Seen::folders);
  fs::rename(site.at("content/new"), site.at("content/moved"));
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/moved/deep/deeper/two.md", "2");
  CHECK(site.seen() == Seen::folders);
}

TEST_CASE("a folder that is replaced, removed, or comes only later is watched") {
  WatchedSite site;
  site.folder.write("other/b.md", "1");
  fs::rename(site.at("content"), site.at("before"));
  fs::rename(site.at("other"), site.at("content"));
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/b.md", "2");
  CHECK(site.seen() == Seen::folders);
  site.folder.write("before/a/one.md", "2");
  CHECK(site.seen_soon() == Seen::nothing);
  fs::remove_all(site.at("content"));
  CHECK(site.seen() == Seen::folders);
  site.folder.write("themes/tiny/theme.toml", "1");
  CHECK(site.seen() == Seen::folders);
  site.folder.write("themes/tiny/theme.toml", "2");
  CHECK(site.seen() == Seen::folders);
}

TEST_CASE("the folders above a missing one may be missing too") {
  const TemporaryFolder folder;
  const StopAt stop;
  const auto watch = inotify_watch({{folder.path() + "/a/b/content"}, ""});
  folder.write("a/x", "1");
  CHECK(all_seen(*watch, stop) == Seen::folders);
  folder.write("a/b/content/one.md", "1");
  CHECK(all_seen(*watch, stop) == Seen::folders);
  folder.write("a/b/content/one.md", "2");
  CHECK(all_seen(*watch, stop) == Seen::folders);
}

TEST_CASE("links below a folder are not followed, the folder may be one") {
  WatchedSite site;
  fs::create_directory_symlink(site.at("content"), site.at("link"));
  fs::create_directories(site.at("elsewhere"));
  const auto watch = inotify_watch({{site.folder.path() + "/link"}, ""});
  site.folder.write("content/a/one.md", "2");
  CHECK(all_seen(*watch, site.stop) == Seen::folders);
  fs::create_directory_symlink(site.at("elsewhere"), site.at("content/inside"));
  CHECK(all_seen(*watch, site.stop) >= Seen::unfinished);
  site.folder.write("elsewhere/x.md", "1");
  CHECK(watch->wait(a_moment, site.stop.number()) == Seen::nothing);
}

TEST_CASE("the one file is told apart, and what lies beside it is not told") {
  WatchedSite site;
  site.folder.write("memory/other", "1");
  CHECK(site.seen_soon() == Seen::nothing);
  site.folder.write("memory/manifest.new", "2");
  fs::rename(site.at("memory/manifest.new"), site.at("memory/manifest"));
  CHECK(site.seen() == Seen::file);
  // New watches have to be set: what came in between in the folders might have been missed.
  fs::remove_all(site.at("memory"));
  CHECK(site.seen() == Seen::folders);
  // Where it comes to be is no change of the folders.
  fs::create_directories(site.at("memory"));
  CHECK(site.seen() == Seen::file);
  site.folder.write("memory/manifest", "3");
  CHECK(site.seen() == Seen::file);
}

TEST_CASE("more than the kernel's queue holds is a change, and the next is seen too") {
  WatchedSite site;
  std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
  std::size_t most = 0;
  limit >> most;
  if (most == 0 || most > 100000) return;
  for (std::size_t i = 0; i <= most; ++i) {
    fs::permissions(site.at("content/a/one.md"),
                    i % 2 == 0 ? fs::perms::owner_read : fs::perms::owner_all);
    fs::permissions(site.at("content/a"), fs::perms::owner_all);
  }
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/new/two.md", "1");
  CHECK(site.seen() == Seen::folders);
  site.folder.write("content/new/two.md", "2");
  CHECK(site.seen() == Seen::folders);
}

TEST_CASE("a wait ends at once when told") {
  WatchedSite site;
  site.stop.stop();
  CHECK(site.watch->wait(long_enough, site.stop.number()) == Seen::stop);
}
