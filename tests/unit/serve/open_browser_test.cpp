#include "serve/open_browser.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <unistd.h>

#include "support/catch.h"
#include "support/processes.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::TemporaryFolder;

namespace {

/// Another PATH for as long as it lives.
class Path {
 public:
  explicit Path(const std::string& path) : before_(std::getenv("PATH")) {
    ::setenv("PATH", path.c_str(), 1);
  }
  ~Path() { ::setenv("PATH", before_.c_str(), 1); }
  Path(const Path&) = delete;
  Path& operator=(const Path&) = delete;
  Path(Path&&) = delete;
  Path& operator=(Path&&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("the address is handed to xdg-open as it is, and nobody waits for it") {
  const TemporaryFolder folder;
  folder.write("xdg-open",
               "#!/bin/sh\nprintf %s \"$1\" >\"${0%/*}/new\"\nmv \"${0%/*}/new\" "
               "\"${0%/*}/opened\"\nexec sleep 5\n");
  std::filesystem::permissions(folder.path() + "/xdg-open", std::filesystem::perms::owner_all);
  const Path path(folder.path() + ":/usr/bin:/bin");
  CHECK(open_browser("http://localhost:1111/a'b$(x)/"));
  for (int tries = 0; tries < 1000 && !folder.has("opened"); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  CHECK(folder.read("opened") == "http://localhost:1111/a'b$(x)/");
  CHECK(test::children_of(::getpid()).empty());
}

TEST_CASE("where there is nothing to open it with, that is told") {
  const TemporaryFolder folder;
  const Path path(folder.path());
  CHECK_FALSE(open_browser("http://localhost:1111/"));
}
