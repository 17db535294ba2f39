#include "pipeline/progress.h"

#include <atomic>
#include <vector>

#include "pipeline/parallel.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

/// A terminal that keeps what is written to it, and a clock that stands until it is put on.
struct Watched {
  std::vector<std::string> writes;
  double now = 100;
  Progress progress{[this](std::string_view bytes) { writes.emplace_back(bytes); },
                    [this] { return now; }};
};

const ProgressStage parsing = {"Parsing", 10000, "pages"};

}  // namespace

TEST_CASE("a run shorter than half a second shows nothing, and clears nothing") {
  std::vector<std::string> writes;
  double now = 100;
  {
    Progress progress([&](std::string_view bytes) { writes.emplace_back(bytes); },
                      [&] { return now; });
    progress.begin(parsing);
    now += 0.49;
    progress.add(10000);
  }
  CHECK(writes.empty());
}

TEST_CASE("after half a second a line says stage, count, total and rate") {
  Watched watched;
  watched.now += 0.25;
  watched.progress.begin(parsing);
  watched.now += 1;
  watched.progress.add(3912);
  REQUIRE(watched.writes.size() == 1);
  CHECK(watched.writes[0] == "\rParsing 3 912 of 10 000 pages, 3 900 a second\x1b[K");
}

TEST_CASE("the line is written at most ten times a second, and misses nothing that was done") {
  Watched watched;
  watched.progress.begin(parsing);
  watched.now += 1;
  watched.progress.add(1);
  for (int i = 0; i < 9; ++i) {
    watched.now += 0.01;
    watched.progress.add(100);
  }
  CHECK(watched.writes.size() == 1);
  watched.now += 0.02;
  watched.progress.add(1);
  REQUIRE(watched.writes.size() == 2);
  CHECK(watched.writes[1] == "\rParsing 902 of 10 000 pages, 810 a second\x1b[K");
}

TEST_CASE("a stage begins at nothing, with its own rate") {
  Watched watched;
  watched.progress.begin(parsing);
  watched.progress.add(10000);
  watched.now += 1;
  watched.progress.begin({"Making", 2, "files"});
  watched.now += 1;
  watched.progress.add(1);
  REQUIRE(watched.writes.size() == 2);
  CHECK(watched.writes[0] == "\rMaking 0 of 2 files\x1b[K");
  CHECK(watched.writes[1] == "\rMaking 1 of 2 files, 1 a second\x1b[K");
}

TEST_CASE("a stage in which nobody counts is named") {
  Watched watched;
  watched.now += 1;
  watched.progress.begin({"Checking the catalogue"});
  CHECK(watched.writes == std::vector<std::string>{"\rChecking the catalogue\x1b[K"});
}

TEST_CASE("the end clears the line once") {
  Watched watched;
  watched.now += 1;
  watched.progress.begin(parsing);
  watched.progress.end();
  watched.progress.end();
  REQUIRE(watched.writes.size() == 2);
  CHECK(watched.writes[1] == "\r\x1b[K");
}

TEST_CASE("threads that count together write whole lines, one after the other") {
  std::vector<std::string> writes;
  std::atomic<int> now = 0;  // every look at the clock takes a second
  Progress progress([&](std::string_view bytes) { writes.emplace_back(bytes); },
                    [&] { return static_cast<double>(++now); });
  progress.begin(parsing);
  parallel_for(1000, 4, [&](std::size_t, unsigned) { progress.add(1); });
  progress.begin({"Saving"});
  for (const std::string& line : writes) {
    CHECK(line.starts_with("\r"));
    CHECK(line.ends_with("\x1b[K"));
  }
  CHECK(writes.back() == "\rSaving\x1b[K");
}

TEST_CASE("a run that was cancelled ends at the next thing that it tells, on whatever thread") {
  std::atomic<bool> is_cancelled = false;
  Progress progress([](std::string_view) {}, steady_seconds, &is_cancelled);
  progress.begin(parsing);
  progress.add(1);
  is_cancelled = true;
  CHECK_THROWS_AS(progress.add(1), RunCancelled);
  CHECK_THROWS_AS(progress.begin(parsing), RunCancelled);
  CHECK_THROWS_AS(parallel_for(100, 4, [&](std::size_t, unsigned) { progress.add(1); }),
                  RunCancelled);
}
