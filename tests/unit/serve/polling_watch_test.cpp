#include <algorithm>
#include <filesystem>

#include "serve/tree_watch.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "watch_support.h"

using namespace lamppost;
using namespace lamppost::test;
namespace fs = std::filesystem;

TEST_CASE("looking again finds what is other than before") {
  const TemporaryFolder folder;
  folder.write("content/a/one.md", "1");
  folder.write("manifest", "1");
  const StopAt stop;
  const auto watch = polling_watch({{folder.path() + "/content"}, folder.path() + "/manifest"},
                                   std::chrono::milliseconds(5));
  const auto seen = [&] { return watch->wait(a_moment, stop.number()); };
  CHECK(seen() == Seen::nothing);
  folder.write("content/a/one.md", "12");
  CHECK(seen() == Seen::folders);
  CHECK(seen() == Seen::nothing);
  folder.write("content/new/two.md", "1");
  CHECK(seen() == Seen::folders);
  folder.write("content/new/.two.md.swp", "1");
  folder.write("content/README.md", "1");
  CHECK(seen() == Seen::nothing);
  fs::rename(folder.path() + "/content/new", folder.path() + "/content/moved");
  CHECK(seen() == Seen::folders);
  folder.write("manifest", "12");
  CHECK(seen() == Seen::file);
  fs::rename(folder.path() + "/content", folder.path() + "/before");
  CHECK(seen() == Seen::folders);
  CHECK(seen() == Seen::nothing);
  fs::rename(folder.path() + "/before", folder.path() + "/content");
  CHECK(seen() == Seen::folders);
}

TEST_CASE("polling waits for ever where it is told to, and ends at once when told") {
  const TemporaryFolder folder;
  const StopAt stop;
  const auto watch = polling_watch({{folder.path()}, ""});
  stop.stop();
  CHECK(watch->wait(std::chrono::milliseconds(-1), stop.number()) == Seen::stop);
}
