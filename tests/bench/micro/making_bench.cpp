// What happens for each file of the site: from its plan to bytes in the staging folder.
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): POSIX's mkdtemp
#include <string>
#include <utility>

#include "data/pieces.h"
#include "model/content_hash.h"
#include "render/render.h"
#include "sample_catalogue.h"
#include "view/page_views.h"
#include "write/staging.h"

namespace lamppost::bench {
namespace {

namespace fs = std::filesystem;

View view_for(const PagePlan& plan) {
  return view_of(sample_catalogue().site, plan, sample_catalogue().shared);
}

void view_of_an_initiative(benchmark::State& state) {
  measure_in_turn(state, plans_of_kind(PageKind::initiative), [](const PagePlan& plan) {
    benchmark::DoNotOptimize(view_for(plan));
    return 0;
  });
}
BENCHMARK(view_of_an_initiative);

void hash_of_a_view(benchmark::State& state) {
  std::vector<View> views;
  for (const PagePlan& plan : plans_of_kind(PageKind::initiative)) views.push_back(view_for(plan));
  measure_in_turn(state, views, [](const View& view) {
    benchmark::DoNotOptimize(view.hash());
    return 0;
  });
}
BENCHMARK(hash_of_a_view);

void fill_the_template(benchmark::State& state) {
  std::vector<std::pair<PagePlan, View>> pages;
  for (const PagePlan& plan : plans_of_kind(PageKind::initiative)) {
    pages.emplace_back(plan, view_for(plan));
  }
  Templates templates = sample_catalogue().templates;
  measure_in_turn(state, pages, [&](const std::pair<PagePlan, View>& page) {
    return templates.render(page.first, page.second, sample_catalogue().shared).size();
  });
}
BENCHMARK(fill_the_template);

/// Files that no template makes.
void make_data(benchmark::State& state, PageKind kind) {
  const SampleCatalogue& sample = sample_catalogue();
  Templates unused = sample.templates;
  measure_in_turn(state, plans_of_kind(kind), [&](const PagePlan& plan) {
    const Artifact made = prepare(sample.site, plan, sample.plans, sample.shared, unused).make();
    std::size_t size = made.bytes.size();
    if (made.write) {
      Pieces pieces([&](std::string_view piece) { size += piece.size(); });
      made.write(pieces);
      pieces.pass_on();
    }
    return size;
  });
}
BENCHMARK_CAPTURE(make_data, index_json, PageKind::initiative_json);
BENCHMARK_CAPTURE(make_data, catalogue_json, PageKind::catalogue_json);
BENCHMARK_CAPTURE(make_data, catalogue_csv, PageKind::catalogue_csv);
BENCHMARK_CAPTURE(make_data, feed, PageKind::feed);

/// A folder on the RAM disk where there is one: the disk is not what is measured.
class WorkFolder {
 public:
  WorkFolder() {
    const bool has_ram_disk = fs::is_directory("/dev/shm");
    path_ = (has_ram_disk ? fs::path("/dev/shm") : fs::temp_directory_path()).string();
    path_ += "/lamppost-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder to write to");
  }
  ~WorkFolder() { fs::remove_all(path_); }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<Artifact> pages_made() {
  const SampleCatalogue& sample = sample_catalogue();
  Templates templates = sample.templates;
  std::vector<Artifact> pages;
  for (const PagePlan& plan : plans_of_kind(PageKind::initiative)) {
    pages.push_back(prepare(sample.site, plan, sample.plans, sample.shared, templates).make());
  }
  return pages;
}

void stage_a_page(benchmark::State& state) {
  const WorkFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  const Published before;
  const std::vector<Artifact> pages = pages_made();
  std::optional<Staging> staging;
  measure_in_turn(state, pages, [&](const Artifact& page) {
    if (&page == &pages.front()) {  // each round prepares every file once, from nothing
      state.PauseTiming();
      staging.reset();
      staging.emplace(place, before);
      state.ResumeTiming();
    }
    benchmark::DoNotOptimize(staging->stage(page, Hash128{}));
    return page.bytes.size();
  });
}
BENCHMARK(stage_a_page);

}  // namespace
}  // namespace lamppost::bench
