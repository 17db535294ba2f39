// What is done with all files together, in one thread: nothing else runs meanwhile.
#include <optional>
#include <utility>

#include "assemble/assemble.h"
#include "check/check.h"
#include "sample_catalogue.h"

namespace lamppost::bench {
namespace {

void assemble_1000_initiatives(benchmark::State& state) {
  const SampleCatalogue& sample = sample_catalogue();
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<ParsedFile> files = sample.parsed;
    std::optional<Site> site;
    state.ResumeTiming();
    site = assemble(std::move(files), {});
    benchmark::DoNotOptimize(site);
    state.PauseTiming();  // nor does it count to tear it down
    site.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(assemble_1000_initiatives)->Unit(benchmark::kMillisecond);

void plan_pages_of_1000_initiatives(benchmark::State& state) {
  const SampleCatalogue& sample = sample_catalogue();
  for (auto _ : state) benchmark::DoNotOptimize(plan_pages(sample.site));
}
BENCHMARK(plan_pages_of_1000_initiatives)->Unit(benchmark::kMillisecond);

void check_1000_initiatives(benchmark::State& state) {
  const SampleCatalogue& sample = sample_catalogue();
  for (auto _ : state) {
    Diagnostics diagnostics;
    check(sample.site, sample.plans, diagnostics);
    benchmark::DoNotOptimize(diagnostics);
  }
}
BENCHMARK(check_1000_initiatives)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lamppost::bench
