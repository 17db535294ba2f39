#include "pipeline/parse_worker.h"

#include <vector>

#include "support/catch.h"
#include "support/run_lamppost.h"

namespace lamppost::test {

// That it parses, and how its limits end it, is tested with `Workers`.

TEST_CASE("a worker's limits are its arguments") {
  const PageLimits limits = {std::chrono::milliseconds(1500), 3U << 20U};
  CHECK(worker_arguments(limits) ==
        std::vector<std::string>{"lamppost", "parse-worker", "1500", "3145728"});
}

TEST_CASE("other arguments are somebody's mistake") {
  using Arguments = std::vector<const char*>;
  for (const Arguments& arguments :
       {Arguments{}, {"1"}, {"1", "2", "3"}, {"x", "2"}, {"1", "-2"}, {"1", "2x"}, {"", "2"}}) {
    CHECK(run_parse_worker(arguments) == WorkerEnd::wrong_usage);
  }
}

TEST_CASE("the command is not for people: no help shows it, and by itself it does nothing") {
  CHECK(run_lamppost("/", "--help").output.find("parse-worker") == std::string::npos);
  const RunResult result = run_lamppost("/", "parse-worker");
  CHECK(result.status == 2);
  CHECK(result.output.empty());
  CHECK(run_lamppost("/", "parse-worker 1000 100000000").status == 0);  // nobody sends a page
}

}  // namespace lamppost::test
