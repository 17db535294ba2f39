#pragma once

#include <benchmark/benchmark.h>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/page_plan.h"
#include "model/parsed_file.h"
#include "model/site.h"
#include "read/source_tree.h"
#include "render/templates.h"
#include "view/page_scope.h"

namespace lamppost::bench {

/// A catalogue of 1,000 initiatives as it is after each stage of a build: what the benchmarks of
/// the next stage begin with.
struct SampleCatalogue {
  SourceTree tree;                ///< of the content
  std::vector<SourceFile> files;  ///< the initiatives' pages only
  std::vector<ParsedFile> parsed;
  Theme theme;
  Site site;
  std::vector<PagePlan> plans;
  Templates templates;
  SharedViews shared;
};

/// The one that all benchmarks share, made when it is first asked for.
[[nodiscard]] const SampleCatalogue& sample_catalogue();

/// The planned files of one kind.
[[nodiscard]] std::vector<PagePlan> plans_of_kind(PageKind kind);

/// Measures `work` on one item after the other, again from the first after the last. `work` returns
/// how many bytes it read or wrote; 0 where that says nothing.
template <typename Item, typename Work>
void measure_in_turn(benchmark::State& state, const std::vector<Item>& items, const Work& work) {
  std::size_t next = 0;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    bytes += static_cast<std::int64_t>(work(items[next]));
    next = (next + 1) % items.size();
  }
  state.SetItemsProcessed(state.iterations());
  if (bytes > 0) state.SetBytesProcessed(bytes);
}

}  // namespace lamppost::bench
