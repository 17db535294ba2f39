#include "pipeline/pipeline.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <shared_mutex>
#include <string>
#include <thread>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/pages.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

RunOptions options_for(const TemporaryFolder& folder) {
  RunOptions options;
  options.folders.content = folder.path() + "/content";
  options.folders.themes = {folder.path() + "/themes", LAMPPOST_THEMES};
  options.folders.output = folder.path() + "/public";
  options.jobs = 2;
  return options;
}

void write_small_site(const TemporaryFolder& folder) {
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\n");
  folder.write("content/initiatives/lamp.md",
               "+++\ntitle = \"Lamp\"\ncluster = \"light\"\ngoal = \"Shine\"\n+++\nA lamp.\n");
}

/// Initiatives, every seventh of which has a mistake.
void write_many(const TemporaryFolder& folder, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = "page-" + std::to_string(i);
    folder.write("content/initiatives/" + name + ".md", "+++\ntitle = \"" + name +
                                                            "\"\ncluster = \"light\"\n+++\n" +
                                                            (i % 7 == 0 ? "Text <b>" : name));
  }
}

}  // namespace

TEST_CASE("a build writes the site that check finds nothing wrong with") {
  const TemporaryFolder folder;
  write_small_site(folder);
  const RunOptions options = options_for(folder);

  const Outcome checked = check_only(options);
  CHECK(checked.diagnostics.empty());
  CHECK_FALSE(checked.written.has_value());
  CHECK_FALSE(folder.has("public"));

  const Outcome built = build(options);
  REQUIRE(built.written.has_value());
  CHECK(built.pages == checked.pages);
  CHECK(built.written->made > built.pages);
  CHECK(folder.has("public/initiatives/lamp/index.html"));
}

TEST_CASE("an error stops a build before anything is written") {
  const TemporaryFolder folder;
  write_small_site(folder);
  folder.write("content/initiatives/lamp.md", "+++\ntitle = \"Lamp\"\ncluster = \"dark\"\n+++\n");
  const Outcome outcome = build(options_for(folder));
  CHECK(outcome.diagnostics.count(Severity::error) == 1);
  CHECK_FALSE(outcome.written.has_value());
  CHECK_FALSE(folder.has("public"));
}

TEST_CASE("a warning stops a build only where it is strict") {
  const TemporaryFolder folder;
  write_small_site(folder);
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\nA <b>bold</b> word.\n");
  RunOptions options = options_for(folder);
  options.strict = true;
  CHECK_FALSE(build(options).written.has_value());
  options.strict = false;
  CHECK(build(options).written.has_value());
}

TEST_CASE("the lines that diagnostics point to can be shown") {
  const TemporaryFolder folder;
  write_small_site(folder);
  folder.write("content/initiatives/lamp.md", "+++\ntitle = \"Lamp\"\ncluster = \"dark\"\n+++\n");
  const Outcome outcome = build(options_for(folder));
  const SourceTexts texts = texts_of(outcome.diagnostics);
  REQUIRE(texts.size() >= 1);
  CHECK(texts.count(folder.path() + "/content/initiatives/lamp.md") == 1);
}

TEST_CASE("a content folder that is not there is the machine's failure") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(build(options_for(folder)), MachineError);
}

TEST_CASE("an empty content folder makes an empty site") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() + "/content");
  const Outcome outcome = build(options_for(folder));
  CHECK(outcome.diagnostics.empty());
  CHECK(folder.has("public/index.html"));
  CHECK(folder.has("public/404.html"));
}

TEST_CASE("a clean build trusts nothing, but leaves alone what is the same") {
  const TemporaryFolder folder;
  write_small_site(folder);
  RunOptions options = options_for(folder);
  (void)build(options);
  // A change that neither size nor time shows.
  const std::string file = folder.path() + "/public/robots.txt";
  const std::string right = folder.read("public/robots.txt");
  const auto time = std::filesystem::last_write_time(file);
  folder.write("public/robots.txt", std::string(right.size(), '?'));
  std::filesystem::last_write_time(file, time);

  CHECK(build(options).written->made == 0);
  options.clean = true;
  CHECK(build(options).written->made == 1);
  CHECK(folder.read("public/robots.txt") == right);
  CHECK(build(options).written->made == 0);
}

TEST_CASE("worker processes find what parsing here finds, whatever the number of threads") {
  const TemporaryFolder folder;
  write_small_site(folder);
  write_many(folder, 100);
  RunOptions options = options_for(folder);
  const Outcome here = check_only(options);
  CHECK(here.diagnostics.list().size() == 15);
  options.program = LAMPPOST_PROGRAM;
  options.jobs = GENERATE(1U, 3U, 8U);
  const Outcome there = check_only(options);
  CHECK(there.diagnostics.list() == here.diagnostics.list());
  CHECK(there.pages == here.pages);
}

TEST_CASE("a run tells where the site will be, also when nothing has changed") {
  const TemporaryFolder folder;
  write_small_site(folder);
  RunOptions options = options_for(folder);
  options.overrides.base_url = "https://x.example/a/";
  CHECK(build(options).base_url == "https://x.example/a/");
  CHECK(build(options).base_url == "https://x.example/a/");
  CHECK(check_only(options).base_url == "https://x.example/a/");
}

TEST_CASE("files are exchanged while nobody reads them") {
  const TemporaryFolder folder;
  write_small_site(folder);
  RunOptions options = options_for(folder);
  std::shared_mutex exchanging;
  options.exchanging = &exchanging;
  std::shared_lock reader(exchanging);
  std::thread run([&] { (void)build(options); });
  for (int tries = 0; tries < 2000 && !folder.has(".lamppost/public/staging/new"); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK_FALSE(folder.has("public/index.html"));
  reader.unlock();
  run.join();
  CHECK(folder.has("public/index.html"));
}

TEST_CASE("a run that is cancelled publishes nothing and leaves nothing half-way") {
  const TemporaryFolder folder;
  write_small_site(folder);
  RunOptions options = options_for(folder);
  const std::atomic<bool> is_cancelled = true;
  Progress progress([](std::string_view) {}, steady_seconds, &is_cancelled);
  options.progress = &progress;
  CHECK_THROWS_AS(build(options), RunCancelled);
  CHECK_FALSE(folder.has("public"));
  CHECK_FALSE(folder.has(".lamppost"));
}

}  // namespace lamppost::test
