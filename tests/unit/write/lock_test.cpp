#include "write/lock.h"

#include <csignal>
#include <filesystem>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

/// Another process that has the lock, for so many milliseconds or until it is killed.
class OtherBuild {
 public:
  OtherBuild(const OutputPlace& place, unsigned milliseconds) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    process_ = ::fork();
    if (process_ == 0) {
      {
        const OutputLock lock(place, {});
        if (::write(ready[1], "", 1) == 1) ::usleep(milliseconds * 1000);
      }
      ::_exit(0);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    ::close(ready[1]);
  }
  ~OtherBuild() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  OtherBuild(const OtherBuild&) = delete;
  OtherBuild& operator=(const OtherBuild&) = delete;

  [[nodiscard]] bool has_ended() const {
    siginfo_t info = {};
    ::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid == process_;
  }

 private:
  ::pid_t process_ = 0;
};

/// How often a folder, made and removed under the lock, was there already. 255: a failure.
int clashes_in_many_runs(const OutputPlace& place, const std::string& inside) {
  int clashes = 0;
  try {
    for (int times = 0; times < 40; ++times) {
      const OutputLock lock(place, {});
      clashes += ::mkdir(inside.c_str(), 0700) == 0 ? 0 : 1;
      ::rmdir(inside.c_str());
    }
  } catch (const MachineError&) {
    return 255;
  }
  return clashes;
}

}  // namespace

TEST_CASE("a second build waits for the first, and says so when that takes long") {
  const Publisher publisher;
  const OtherBuild other(publisher.place, 500);
  int times_said = 0;
  const OutputLock lock(publisher.place, [&] {
    CHECK_FALSE(other.has_ended());
    ++times_said;
  });
  CHECK(times_said == 1);
}

TEST_CASE("nothing is said of a short wait, or where nobody listens") {
  const Publisher publisher;
  bool has_said = false;
  {
    const OtherBuild other(publisher.place, 30);
    const OutputLock lock(publisher.place, [&] { has_said = true; });
  }
  CHECK_FALSE(has_said);
  const OtherBuild other(publisher.place, 300);
  const OutputLock lock(publisher.place, {});
}

TEST_CASE("a build that is killed keeps nobody waiting") {
  const Publisher publisher;
  auto other = std::make_unique<OtherBuild>(publisher.place, 1'000'000);
  other.reset();
  bool has_said = false;
  const OutputLock lock(publisher.place, [&] { has_said = true; });
  CHECK_FALSE(has_said);
}

TEST_CASE("two outputs side by side are locked apart") {
  const Publisher publisher;
  const OutputLock one(publisher.place, {});
  bool has_said = false;
  const OutputLock other(output_place(publisher.folder.path() + "/drafts"),
                         [&] { has_said = true; });
  CHECK_FALSE(has_said);
}

TEST_CASE("a run with nothing to remember leaves nothing; others leave what they remember") {
  const Publisher publisher;
  { const OutputLock lock(publisher.place, {}); }
  CHECK_FALSE(publisher.folder.has(".lamppost"));
  publisher.publish(Files{{"index.html", "home"}});
  CHECK(publisher.folder.has(".lamppost/public/manifest"));
  publisher.folder.write(".lamppost/drafts/manifest", "another's");
  std::filesystem::remove(publisher.place.manifest);
  { const OutputLock lock(publisher.place, {}); }
  CHECK_FALSE(publisher.folder.has(".lamppost/public"));
  CHECK(publisher.folder.has(".lamppost/drafts/manifest"));
}

TEST_CASE("builds that end and begin at once never lock the same output twice") {
  // Each leaves nothing to remember, so the lock's own file comes and goes.
  const Publisher publisher;
  const std::string inside = publisher.folder.path() + "/inside";
  std::vector<::pid_t> processes;
  for (int i = 0; i < 3; ++i) {
    const ::pid_t process = ::fork();
    if (process == 0) {
      ::_exit(clashes_in_many_runs(publisher.place, inside));
    }
    processes.push_back(process);
  }
  for (const ::pid_t process : processes) {
    int status = -1;
    ::waitpid(process, &status, 0);
    CHECK(status == 0);
  }
}

TEST_CASE("what a killed run left is cleared away") {
  const Publisher publisher;
  publisher.folder.write(".lamppost/public/staging/new/a/index.html", "half");
  publisher.folder.write(".lamppost/public/manifest.new", "half");
  const OutputLock lock(publisher.place, {});
  CHECK_FALSE(publisher.folder.has(".lamppost/public/staging"));
  CHECK_FALSE(publisher.folder.has(".lamppost/public/manifest.new"));
}

TEST_CASE("a lock that can't be made is the machine's failure, with its path") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_THROWS_AS(OutputLock(output_place(folder.path() + "/file/public"), {}), MachineError);
  CHECK_THROWS_AS(OutputLock(output_place("/proc/lamppost/public"), {}), MachineError);
}

}  // namespace lamppost::test
