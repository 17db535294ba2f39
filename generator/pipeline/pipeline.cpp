#include "pipeline/pipeline.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "diagnostics/machine_error.h"
#include "model/page_plan.h"
#include "parse/theme.h"
#include "pipeline/batches.h"
#include "pipeline/parallel.h"
#include "pipeline/parsed_bytes.h"
#include "pipeline/workers.h"
#include "render/render.h"

namespace lamppost {
namespace {

/// So many mistakes of one kind are shown of one file. What comes after them is said as a number.
constexpr std::size_t most_of_a_kind = 100;

/// Notes how long each stage took.
class Stopwatch {
 public:
  explicit Stopwatch(Timings& timings) : timings_(timings) {}

  void lap(std::string_view stage) {
    const auto now = std::chrono::steady_clock::now();
    timings_.emplace_back(stage, std::chrono::duration<double, std::milli>(now - last_).count());
    last_ = now;
  }

 private:
  Timings& timings_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

void join(std::vector<Diagnostics>& shares, Diagnostics& all) {
  for (Diagnostics& share : shares) all.append(std::move(share));
}

ParsedFile decoded(const ParsedBytes& bytes, Diagnostics& diagnostics) {
  std::optional<ParsedFile> file = decode_head(bytes.head, diagnostics);
  if (!file || !decode_text(bytes.text, file->body))
    throw MachineError("a worker process", "gave an answer that can't be read");
  return *std::move(file);
}

std::vector<ParsedFile> read_and_parse(std::span<const SourceEntry> entries,
                                       const RunOptions& options, Diagnostics& diagnostics) {
  std::vector<ParsedFile> files(entries.size());
  std::vector<Diagnostics> shares(entries.size());
  Workers workers(options.jobs, options.page_limits, options.program);
  const std::vector<Range> batches = batches_of(entries, options.jobs);
  parallel_for(batches.size(), options.jobs, [&](std::size_t batch, unsigned worker) {
    const auto [begin, end] = batches[batch];
    std::vector<SourceFile> pages;
    for (std::size_t i = begin; i < end; ++i) pages.push_back(read_file(entries[i], shares[i]));
    const std::vector<ParsedBytes> answers = workers.parse(pages, worker);
    for (std::size_t i = begin; i < end; ++i) files[i] = decoded(answers[i - begin], shares[i]);
  });
  join(shares, diagnostics);
  return files;
}

std::vector<SourceFile> read_all(std::span<const SourceEntry> entries, Diagnostics& diagnostics) {
  std::vector<SourceFile> files;
  files.reserve(entries.size());
  for (const SourceEntry& entry : entries) files.push_back(read_file(entry, diagnostics));
  return files;
}

/// The settings among the parsed files, with the path of their file; the defaults where there are
/// none.
std::pair<Settings, std::string> settings_of(std::span<const ParsedFile> files,
                                             std::span<const SourceEntry> entries) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (const auto* settings = std::get_if<Settings>(&files[i].noun))
      return {*settings, entries[i].file};
  }
  return {};
}

/// The site with everything that is known before a page is made.
struct CheckedSite {
  Site site;
  std::vector<PagePlan> plans;
  Templates templates;
};

CheckedSite read_parse_check(const RunOptions& options, Diagnostics& diagnostics,
                             Stopwatch& watch) {
  SourceTree tree = find_sources(options.folders, diagnostics);
  const auto first_theme =
      std::stable_partition(tree.entries.begin(), tree.entries.end(),
                            [](const SourceEntry& entry) { return entry.role != FileRole::theme; });
  const std::span pages(tree.entries.begin(), first_theme);
  const std::span themes(first_theme, tree.entries.end());
  watch.lap("find");

  std::vector<ParsedFile> files = read_and_parse(pages, options, diagnostics);
  watch.lap("read and parse");

  const auto [settings, settings_file] = settings_of(files, pages);
  Theme theme = join_theme(read_all(themes, diagnostics), settings, settings_file, diagnostics);
  watch.lap("theme");

  CheckedSite checked;
  checked.site =
      assemble(std::move(files), std::move(theme), std::move(tree.assets), options.overrides);
  checked.plans = plan_pages(checked.site);
  watch.lap("assemble");

  check(checked.site, checked.plans, diagnostics);
  watch.lap("check");

  checked.templates = load_templates(checked.site, diagnostics);
  watch.lap("templates");
  return checked;
}

std::vector<StagedFile> render_and_stage(const CheckedSite& checked, unsigned jobs,
                                         const OutputPlace& place) {
  std::vector<StagedFile> staged(checked.plans.size());
  std::vector<Templates> templates(std::max(1U, jobs), checked.templates);
  parallel_for(checked.plans.size(), jobs, [&](std::size_t i, unsigned worker) {
    const Artifact artifact =
        render(checked.site, checked.plans[i], checked.plans, templates[worker]);
    staged[i] = stage(artifact, i, place);
  });
  return staged;
}

WriteReport write(const CheckedSite& checked, const RunOptions& options, Stopwatch& watch) {
  const OutputPlace place = output_place(options.folders.output);
  open_staging(place);
  try {
    const std::vector<StagedFile> staged = render_and_stage(checked, options.jobs, place);
    watch.lap("render and stage");
    const WriteReport report = commit(staged, place);
    watch.lap("commit");
    return report;
  } catch (...) {
    discard_staging(place);
    throw;
  }
}

bool stops_build(const Diagnostics& diagnostics, bool strict) {
  return strict ? !diagnostics.empty() : diagnostics.count(Severity::error) > 0;
}

std::size_t count_pages(std::span<const PagePlan> plans) {
  return static_cast<std::size_t>(std::ranges::count_if(
      plans, [](const PagePlan& plan) { return !layout_of(plan.kind).empty(); }));
}

Outcome run(const RunOptions& options, bool writes) {
  Outcome outcome;
  Stopwatch watch(outcome.timings);
  const CheckedSite checked = read_parse_check(options, outcome.diagnostics, watch);
  outcome.diagnostics.sort();
  outcome.diagnostics.shorten(most_of_a_kind);
  outcome.pages = count_pages(checked.plans);
  if (writes && !stops_build(outcome.diagnostics, options.strict)) {
    outcome.written = write(checked, options, watch);
  }
  return outcome;
}

}  // namespace

Outcome build(const RunOptions& options) { return run(options, true); }

Outcome check_only(const RunOptions& options) { return run(options, false); }

SourceTexts texts_of(const Diagnostics& diagnostics) {
  std::set<std::string> files;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.has_place) files.insert(diagnostic.file);
    for (const Note& note : diagnostic.notes) files.insert(note.file);
  }
  SourceTexts texts;
  for (const std::string& file : files) {
    if (file.empty()) continue;
    try {
      Diagnostics said_already;
      SourceEntry entry;
      entry.file = file;
      texts.emplace(file, read_file(entry, said_already).text);
    } catch (const MachineError&) {
      continue;  // gone since: the diagnostic is shown without its line
    }
  }
  return texts;
}

}  // namespace lamppost
