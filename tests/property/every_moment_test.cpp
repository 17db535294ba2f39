// The write room killed, or refused by the machine, at each of its system calls in turn.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "held_process.h"
#include "support/catch.h"
#include "support/files_below.h"
#include "support/temporary_folder.h"
#include "write/lock.h"
#include "write/publish.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

// From the first to the second, pages come, change and go, a file becomes a folder and a folder a
// file, and one takes the place of somebody's own.
const Files first = {{"index.html", "first home"},        {"same/index.html", "same"},
                     {"a/index.html", "first a"},         {"a/plan.txt", "first plan"},
                     {"gone/deep/x.html", "gone"},        {"file", "a file"},
                     {"folder/index.html", "in a folder"}};
const Files second = {{"index.html", "second home"},
                      {"same/index.html", "same"},
                      {"a/index.html", "second a"},
                      {"a/b/c.html", "come"},
                      {"new/1.html", "one"},
                      {"new/2.html", "two"},
                      {"file/index.html", "in a folder"},
                      {"folder", "a file"},
                      {"theirs.txt", "ours now"}};
const Files foreign = {{"CNAME", "example.eu"}, {"a/notes.txt", "mine"}, {"theirs.txt", "theirs"}};

Hash128 key_of(const std::string& bytes) { return hash128("made from " + bytes); }

/// The whole of a run; `on_prepared` is called when what is remembered has been read.
void publish(
    const OutputPlace& place, const Files& site, const std::function<void()>& on_prepared = [] {}) {
  const OutputLock lock(place, {});
  const Manifest before = read_manifest(place.manifest);
  on_prepared();
  const Published published = looked_at(before, place);
  const Staging staging(place, published);
  std::vector<StagedFile> staged;
  for (const auto& [path, bytes] : site) {
    const auto known = published.find(path);
    staged.push_back(known && known->is_current(key_of(bytes))
                         ? StagedFile{path, known->record}
                         : staging.stage({path, bytes, {}}, key_of(bytes)));
  }
  commit(staging, std::move(staged));
}

/// A folder in which sites are published beside files of somebody else.
struct Scene {
  TemporaryFolder folder;
  OutputPlace place = output_place(folder.path() + "/public");

  /// As it is after a run that made this site; after none where it is empty.
  void prepare(const Files& site) const {
    if (site.empty()) {
      fs::remove_all(place.output);
      fs::remove_all(folder.path() + "/.lamppost");
      return;
    }
    publish(place, site);
    for (const auto& [path, bytes] : foreign) folder.write("public/" + path, bytes);
  }

  [[nodiscard]] Files output() const { return files_below(place.output); }

  /// When the page that both sites have was written.
  [[nodiscard]] fs::file_time_type time_of_unchanged() const {
    std::error_code is_not_there;
    return fs::last_write_time(place.output + "/same/index.html", is_not_there);
  }
};

bool has(const Files& files, const std::pair<const std::string, std::string>& file) {
  const auto found = files.find(file.first);
  return found != files.end() && found->second == file.second;
}

/// The first file that is of none of these, or nothing.
std::string stranger(const Files& files, const std::vector<Files>& known) {
  for (const auto& file : files) {
    if (std::ranges::none_of(known, [&](const Files& some) { return has(some, file); }))
      return file.first;
  }
  return {};
}

/// What of other people's files a killed run has left to them: it may have replaced one, and that
/// is theirs still as long as the manifest doesn't say that it is ours.
Files theirs_now(const Scene& scene, const Files& others) {
  const Files output = scene.output();
  const Manifest manifest = read_manifest(scene.place.manifest);
  Files theirs;
  for (const auto& [path, bytes] : others) {
    const bool is_untouched = output.at(path) == bytes;
    if (is_untouched || !manifest.number_of(path)) theirs[path] = output.at(path);
  }
  return theirs;
}

/// Checks that just this site lies there, and what somebody else put beside it.
void check_output(const Scene& scene, const Files& site, const Files& others) {
  const Files output = scene.output();
  Files expected = others;
  for (const auto& file : site) expected.insert_or_assign(file.first, file.second);
  CHECK(output == expected);
  for (const auto& entry : fs::recursive_directory_iterator(scene.place.output)) {
    INFO(entry.path());
    CHECK_FALSE((entry.is_directory() && fs::is_empty(entry.path())));
  }
}

void check_nothing_left(const Scene& scene) {
  CHECK_FALSE(fs::exists(scene.place.staging));
  CHECK_FALSE(fs::exists(unfinished_manifest(scene.place.manifest)));
}

}  // namespace

TEST_CASE("killed before any of its system calls, a run is put right by the next") {
  if (!HeldProcess::is_possible()) return;
  struct Course {
    Files before, killed, next;
  };
  const auto course = GENERATE(Course{first, second, second}, Course{first, second, first},
                               Course{{}, second, second}, Course{{}, second, first});
  const Files others = course.before.empty() ? Files() : foreign;
  const Scene scene;
  int moments = 0;
  for (bool was_killed = true; was_killed; ++moments) {
    INFO("killed before call " << moments);
    scene.prepare(course.before);
    const auto time = scene.time_of_unchanged();
    {
      HeldProcess process([&] { publish(scene.place, course.killed); });
      for (int i = 0; i <= moments && was_killed; ++i) was_killed = process.advance();
    }
    CHECK(stranger(scene.output(), {course.before, course.killed, others}).empty());
    const Files theirs = theirs_now(scene, others);
    publish(scene.place, course.next);
    check_output(scene, course.next, theirs);
    CHECK((course.before.empty() || scene.time_of_unchanged() == time));
    check_nothing_left(scene);
  }
  CHECK(moments > 40);
}

TEST_CASE("a run of which any one system call fails changes all or nothing") {
  if (!HeldProcess::can_fail_calls()) return;
  const bool is_first_run = GENERATE(false, true);
  const Files before = is_first_run ? Files() : first;
  const auto error = GENERATE(EIO, EINVAL);
  const Files others = is_first_run ? Files() : foreign;
  const Scene scene;
  int calls = 0;
  int failures = 0;
  for (bool has_failed = true; has_failed; ++calls) {
    INFO("call " << calls << " fails with " << error);
    scene.prepare(before);
    const Files output = scene.output();
    const Manifest manifest = read_manifest(scene.place.manifest);
    // Reading the manifest is left out: one that can't be read is as good as none.
    HeldProcess process([&] { publish(scene.place, second, [] { (void)::raise(SIGSTOP); }); });
    process.go_to_own_stop();
    for (int i = 0; i <= calls && has_failed; ++i) has_failed = process.advance();
    if (has_failed) process.fail_call(error);
    const int status = process.finish();
    if (status == 3) {
      ++failures;
      CHECK(scene.output() == output);
      CHECK(read_manifest(scene.place.manifest) == manifest);
    } else {
      CHECK(status == 0);
      check_output(scene, second, others);
    }
    publish(scene.place, second);
    check_output(scene, second, others);
    check_nothing_left(scene);
  }
  CHECK(failures > 20);
}

}  // namespace lamppost::test
