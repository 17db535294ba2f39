#include "pipeline/pipeline.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "data/changes_since.h"
#include "data/record_key.h"
#include "diagnostics/machine_error.h"
#include "model/address.h"
#include "model/page_plan.h"
#include "parse/theme.h"
#include "pipeline/inputs.h"
#include "pipeline/making.h"
#include "pipeline/memory.h"
#include "pipeline/output_check.h"
#include "pipeline/parallel.h"
#include "pipeline/parsing.h"
#include "read/built_site.h"
#include "read/folder.h"
#include "write/lock.h"
#include "write/memory_files.h"
#include "write/publish.h"

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

/// The files of the site, and what was wrong with their names.
struct Found {
  SourceTree tree;
  Diagnostics diagnostics;
  std::size_t pages = 0;  ///< so many entries come first; those of themes follow

  [[nodiscard]] std::span<const SourceEntry> content() const {
    return std::span(tree.entries).first(pages);
  }
  [[nodiscard]] std::span<const SourceEntry> themes() const {
    return std::span(tree.entries).subspan(pages);
  }
};

Found find(const RunOptions& options) {
  begin_stage(options.progress, {"Looking for content"});
  Found found;
  found.tree = find_sources(options.folders, found.diagnostics);
  auto& entries = found.tree.entries;
  const auto first_theme =
      std::stable_partition(entries.begin(), entries.end(),
                            [](const SourceEntry& entry) { return entry.role != FileRole::theme; });
  found.pages = static_cast<std::size_t>(first_theme - entries.begin());
  return found;
}

std::vector<SourceFile> read_all(std::span<const SourceEntry> entries, Diagnostics& diagnostics) {
  std::vector<SourceFile> files;
  files.reserve(entries.size());
  for (const SourceEntry& entry : entries) files.push_back(read_file(entry, diagnostics));
  return files;
}

/// The settings, the defaults where there are none.
struct FoundSettings {
  Settings settings;
  std::string file;
  Hash128 seen;  ///< `hash_of_seen`
};

FoundSettings settings_of(const ParsedContent& content, std::span<const SourceEntry> entries) {
  for (std::size_t i = 0; i < content.files.size(); ++i) {
    if (const auto* settings = std::get_if<Boxed<Settings>>(&content.files[i].noun))
      return {**settings, entries[i].file, content.remembered[i].seen};
  }
  return {};
}

/// The bytes of the catalogue to compare with; none where none is asked for.
std::string previous_catalogue(const RunOptions& options, Diagnostics& diagnostics) {
  if (options.previous.empty()) return {};
  constexpr std::size_t most = largest_catalogue;
  std::string bytes = read_bytes(options.previous, most + 1);
  if (bytes.size() <= most) return bytes;
  Diagnostic diagnostic =
      diagnostic_at(options.previous, Code::too_large, {}, "this file is larger than 1 GiB",
                    "give a catalogue.json that lamppost has made");
  diagnostic.has_place = false;
  diagnostics.add(std::move(diagnostic));
  return {};
}

/// Tells the site what has changed in it since then.
void compare(Site& site, const std::string& previous, const RunOptions& options,
             Diagnostics& diagnostics) {
  if (options.previous.empty()) return;
  if (const auto former = former_catalogue(options.previous, previous, diagnostics)) {
    site.changes = changes_since(*former, site);
  }
}

/// For stages that know of no thread.
ForEach on_threads(unsigned jobs) {
  return [jobs](std::size_t count, const std::function<void(std::size_t)>& call) {
    parallel_for(count, jobs, [&](std::size_t index, unsigned) { call(index); });
  };
}

/// The site with everything that is known before a page is made.
struct CheckedSite {
  Site site;
  std::vector<PagePlan> plans;
  Templates templates;
  std::vector<RememberedFile> content;  ///< by `Body::file`
  Hash128 key;                          ///< of all that pages are made of but the texts
  Hash128 good_frame;                   ///< the site's, where its templates have no fault
};

/// Loads the templates and applies every rule, each by itself.
void hold_against_rules(CheckedSite& checked, unsigned jobs, bool templates_are_good,
                        Diagnostics& diagnostics) {
  const std::span<const Rule> all = rules();
  std::vector<Diagnostics> found(all.size() + 1);
  parallel_for(found.size(), jobs, [&](std::size_t task, unsigned) {
    if (task < all.size()) return all[task](checked.site, checked.plans, found[task]);
    checked.templates = load_templates(checked.site, found[task], templates_are_good);
  });
  if (found.back().empty()) checked.good_frame = checked.site.frame_key;
  for (Diagnostics& said : found) diagnostics.append(std::move(said));
}

CheckedSite read_parse_check(Found found, const std::string& previous, const RunOptions& options,
                             const Snapshot& known, BlobStore& texts, Diagnostics& diagnostics,
                             Stopwatch& watch) {
  ParsedContent content = read_and_parse(found.content(), options, known, texts, diagnostics);
  watch.lap("read and parse");

  begin_stage(options.progress, {"Putting the catalogue together"});
  CheckedSite checked;
  const FoundSettings settings = settings_of(content, found.content());
  std::vector<SourceFile> theme_files = read_all(found.themes(), diagnostics);
  // Another lamppost may write the same otherwise, also parts that lie there.
  const Hash128 frame = combined(frame_key_of(options, settings.seen, theme_files), known.program);
  checked.key =
      combined(site_key_of(frame, content.remembered, found.tree.assets), hash128(previous));
  checked.content = std::move(content.remembered);
  Theme theme;
  parallel_for(2, options.jobs, [&](std::size_t task, unsigned) {
    if (task == 0) {
      checked.site =
          assemble(std::move(content.files), options.overrides, on_threads(options.jobs));
    } else {
      theme = join_theme(std::move(theme_files), settings.settings, settings.file, diagnostics);
    }
  });
  add_theme(checked.site, std::move(theme), std::move(found.tree.assets));
  checked.site.frame_key = frame;
  compare(checked.site, previous, options, diagnostics);
  checked.plans = plan_pages(checked.site);
  watch.lap("assemble");

  begin_stage(options.progress, {"Checking the catalogue"});
  hold_against_rules(checked, options.jobs, known.frame == frame, diagnostics);
  watch.lap("check");

  diagnostics.append(std::move(found.diagnostics));
  diagnostics.sort();
  diagnostics.shorten(most_of_a_kind);
  return checked;
}

/// Which texts are other than in the last run; nothing where more than texts may differ.
std::optional<std::vector<bool>> changed_texts(const CheckedSite& checked, const Snapshot& known) {
  // A text that differs from a former catalogue's is told on other pages too.
  if (checked.key != known.site || checked.site.changes) return std::nullopt;
  std::vector<bool> changed;
  for (const RememberedFile& file : checked.content) {
    const RememberedFile* before = known.find(file.file);
    changed.push_back(before == nullptr || before->text.hash != file.text.hash ||
                      before->links != file.links);
  }
  return changed;
}

std::vector<MadeFile> explained(const CheckedSite& checked, const MadeFiles& made) {
  std::vector<MadeFile> files;
  for (std::size_t i = 0; i < made.files.size(); ++i) {
    if (made.reasons[i] == Reason::kept) continue;
    files.push_back({output_path(checked.plans[i].address), words_for(made.reasons[i])});
  }
  return files;
}

void write(CheckedSite& checked, const RunOptions& options, Memory& memory, const Staging& staging,
           Outcome& outcome, Stopwatch& watch) {
  checked.site.text_of = [&](const Body& body) {
    return body.has_text ? memory.text_at(checked.content.at(body.file).text) : BodyText();
  };
  note_record_keys(checked.site, on_threads(options.jobs));
  MadeFiles made = make_files({checked.site, checked.plans, checked.templates,
                               memory.known().program, changed_texts(checked, memory.known())},
                              staging, options.jobs, options.progress);
  outcome.made = explained(checked, made);
  watch.lap("render and stage");
  begin_stage(options.progress, {"Publishing"});
  std::unique_lock<std::shared_mutex> exchanging;
  if (options.exchanging != nullptr) exchanging = std::unique_lock(*options.exchanging);
  outcome.written = commit(staging, std::move(made.files));
  watch.lap("commit");
}

bool stops_build(const Diagnostics& diagnostics, bool strict) {
  return strict ? !diagnostics.empty() : diagnostics.count(Severity::error) > 0;
}

std::size_t count_pages(std::span<const PagePlan> plans) {
  return static_cast<std::size_t>(std::ranges::count_if(
      plans, [](const PagePlan& plan) { return !layout_of(plan.kind).empty(); }));
}

/// The outcome of a run that was given the same as the last, of which everything is still there.
std::optional<Outcome> outcome_of_last_run(const Found& found, const Hash128& inputs,
                                           const Snapshot& known, OutputCheck& output) {
  if (known.inputs != inputs || any_is_recent(found.tree, known.started)) return std::nullopt;
  const Published& published = output.published();
  if (!is_whole(published)) return std::nullopt;
  Outcome outcome;
  outcome.diagnostics = Diagnostics(known.diagnostics);
  outcome.pages = known.pages;
  outcome.base_url = known.base_url;
  outcome.written = WriteReport{0, published.manifest.size(), 0};
  return outcome;
}

Snapshot snapshot_after(CheckedSite& checked, const Outcome& outcome, const Hash128& inputs,
                        const Memory& memory, std::int64_t started) {
  Snapshot snapshot;
  snapshot.program = memory.known().program;
  snapshot.started = started;
  snapshot.pages = outcome.pages;
  snapshot.base_url = outcome.base_url;
  snapshot.frame = checked.good_frame;
  snapshot.diagnostics = outcome.diagnostics.list();
  snapshot.files = std::move(checked.content);
  if (outcome.written) {
    snapshot.inputs = inputs;
    snapshot.site = checked.key;
  }
  std::ranges::sort(snapshot.files, {}, &RememberedFile::file);
  return snapshot;
}

Outcome build_with(const RunOptions& options, bool forgets) {
  const OutputPlace place = output_place(options.folders.output);
  const std::int64_t started = file_system_time(place.lock);
  Outcome outcome;
  Stopwatch watch(outcome.timings);
  OutputCheck output(place);
  Memory memory(place, identity_of(options.program), forgets);
  watch.lap("remember");

  Found found = find(options);
  const std::string previous = previous_catalogue(options, found.diagnostics);
  watch.lap("find");

  const Hash128 inputs =
      combined(inputs_of(options, found.tree, found.diagnostics), hash128(previous));
  if (auto last = outcome_of_last_run(found, inputs, memory.known(), output)) {
    watch.lap("compare");
    last->timings = std::move(outcome.timings);
    return *std::move(last);
  }
  CheckedSite checked = read_parse_check(std::move(found), previous, options, memory.known(),
                                         memory.texts(), outcome.diagnostics, watch);
  outcome.pages = count_pages(checked.plans);
  outcome.base_url = checked.site.settings.base_url;
  std::optional<Staging> staging;
  if (!stops_build(outcome.diagnostics, options.strict)) {
    staging.emplace(place, output.published());
    write(checked, options, memory, *staging, outcome, watch);
  }
  Snapshot snapshot = snapshot_after(checked, outcome, inputs, memory, started);
  // Clearing away what was replaced takes as long.
  parallel_for(2, options.jobs, [&](std::size_t task, unsigned) {
    if (task == 0) return memory.save(std::move(snapshot));
    staging.reset();
  });
  outcome.remains = std::make_shared<const CheckedSite>(std::move(checked));
  watch.lap("save");
  return outcome;
}

Outcome check_with(const RunOptions& options, const Recollection& memory) {
  Outcome outcome;
  Stopwatch watch(outcome.timings);
  Found found = find(options);
  watch.lap("find");
  CheckedSite checked = read_parse_check(std::move(found), {}, options, memory.known, *memory.texts,
                                         outcome.diagnostics, watch);
  outcome.pages = count_pages(checked.plans);
  outcome.base_url = checked.site.settings.base_url;
  outcome.remains = std::make_shared<const CheckedSite>(std::move(checked));
  return outcome;
}

}  // namespace

Outcome build(const RunOptions& options) {
  const OutputPlace place = output_place(options.folders.output);
  const OutputLock lock(place, options.on_wait);
  if (options.clean) forget(place);
  constexpr int most_tries = 3;
  for (int tries = 1; tries < most_tries; ++tries) {
    try {
      return build_with(options, options.clean || tries > 1);
    } catch (const LostMemory&) {
      continue;
    }
  }
  throw MachineError(place.memory, "changes while it is read");
}

Outcome check_only(const RunOptions& options) {
  Recollection memory =
      recollected(output_place(options.folders.output), identity_of(options.program));
  try {
    return check_with(options, memory);
  } catch (const LostMemory&) {  // perhaps because a build replaces it just now
    memory.known = {};
    return check_with(options, memory);
  }
}

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
