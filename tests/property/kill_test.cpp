// A build that is killed at any moment leaves whole files, and the next one puts everything right.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"
#include "support/files_below.h"
#include "support/pages.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;
using Microseconds = std::chrono::microseconds;

std::string initiative(const std::string& title, const std::string& body) {
  return "+++\ntitle = \"" + title + "\"\ncluster = \"light\"\ngoal = \"Shine\"\n+++\n" + body +
         "\n";
}

/// Two states of a catalogue: from each to the other, pages come, change, stay and go.
Files content(bool is_second) {
  Files files = {
      {"clusters/light.md", "+++\ntitle = \"Light\"\n+++\nLight.\n"},
      {"initiatives/same.md", initiative("Same lamp", "Always here.")},
      {"initiatives/other/index.md", initiative("Other lamp", is_second ? "New." : "Old.")},
      {"initiatives/other/plan.txt", std::string(200'000, is_second ? 'b' : 'a')}};
  const std::string name = is_second ? "second" : "first";
  for (int i = 0; i < 10; ++i) {
    files["initiatives/" + name + "-" + std::to_string(i) + ".md"] =
        initiative(name + " lamp " + std::to_string(i), "Only there.");
  }
  return files;
}

void write_content(const TemporaryFolder& folder, bool is_second) {
  fs::remove_all(folder.path() + "/content");
  for (const auto& [path, bytes] : content(is_second)) folder.write("content/" + path, bytes);
}

Files clean_site(bool is_second) {
  const TemporaryFolder folder;
  write_content(folder, is_second);
  REQUIRE(run_lamppost(folder.path(), "build --quiet").status == 0);
  return files_below(folder.path() + "/public");
}

const Files foreign_files = {{"CNAME", "example.eu"}, {"initiatives/notes.txt", "mine"}};

/// What is neither somebody else's nor, byte for byte, in one of the sites.
std::string strange_files(const Files& files, const Files& one, const Files& other) {
  std::string strange;
  const auto has = [](const Files& site, const auto& file) {
    const auto found = site.find(file.first);
    return found != site.end() && found->second == file.second;
  };
  for (const auto& file : files) {
    if (!has(one, file) && !has(other, file) && !has(foreign_files, file))
      strange += file.first + '\n';
  }
  return strange;
}

void build_and_kill(const std::string& folder, Microseconds delay) {
  const ::pid_t process = start_lamppost(folder, {"build"});
  ::usleep(static_cast<useconds_t>(delay.count()));
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
}

Microseconds time_of_build(const std::string& folder) {
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(run_lamppost(folder, "build --quiet").status == 0);
  return std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - begin);
}

int number_of_kills() {
  const char* number = std::getenv("LAMPPOST_KILLS");
  if (number != nullptr) return std::atoi(number);
  return is_sanitized ? 12 : 40;
}

}  // namespace

TEST_CASE("a build killed at any moment leaves whole files, and the next makes the site") {
  const Files sites[] = {clean_site(false), clean_site(true)};
  const TemporaryFolder folder;
  for (const auto& [path, bytes] : foreign_files) folder.write("public/" + path, bytes);
  write_content(folder, false);
  const Microseconds whole = time_of_build(folder.path());

  std::mt19937 chance(20'170);
  const int kills = number_of_kills();
  for (int i = 0; i < kills; ++i) {
    const bool to_second = i % 2 == 0;
    write_content(folder, to_second);
    // Spread over the whole of a run, but not quite evenly.
    const double part = 1.1 * (i + std::uniform_real_distribution<>(0, 1)(chance)) / kills;
    const Microseconds delay(static_cast<long>(part * static_cast<double>(whole.count())));
    build_and_kill(folder.path(), delay);
    INFO("kill " << i << " after " << delay.count() << " of " << whole.count() << " µs");
    const Files left = files_below(folder.path() + "/public");
    CHECK(strange_files(left, sites[0], sites[1]).empty());

    REQUIRE(run_lamppost(folder.path(), "build --quiet").status == 0);
    Files expected = sites[to_second ? 1 : 0];
    expected.insert(foreign_files.begin(), foreign_files.end());
    CHECK(files_below(folder.path() + "/public") == expected);
    CHECK_FALSE(folder.has(".lamppost/public/staging"));
    CHECK_FALSE(folder.has(".lamppost/public/manifest.new"));
  }
}

}  // namespace lamppost::test
