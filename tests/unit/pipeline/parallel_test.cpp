#include "pipeline/parallel.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("every index is visited exactly once, whatever the number of threads") {
  const unsigned jobs = GENERATE(1U, 2U, 8U, 100U);
  std::vector<int> visits(1000, 0);
  std::vector<std::atomic<int>> by_worker(jobs);
  parallel_for(visits.size(), jobs, [&](std::size_t i, unsigned worker) {
    ++visits[i];
    ++by_worker.at(worker);
  });
  CHECK(visits == std::vector<int>(1000, 1));
}

TEST_CASE("nothing to do is done at once") {
  parallel_for(0, 4, [](std::size_t, unsigned) { FAIL("called"); });
}

TEST_CASE("the failure of the lowest index is the one that is told") {
  const unsigned jobs = GENERATE(1U, 8U);
  const auto run = [&] {
    parallel_for(500, jobs, [](std::size_t i, unsigned) {
      if (i == 37 || i == 38 || i == 400) throw std::runtime_error(std::to_string(i));
    });
  };
  for (int round = 0; round < 50; ++round) CHECK_THROWS_WITH(run(), "37");
}

}  // namespace lamppost::test
