#include "pipeline/making.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

#include "data/search_files.h"
#include "data/search_former.h"
#include "model/address.h"
#include "pipeline/parallel.h"
#include "render/render.h"
#include "view/frame_views.h"
#include "view/page_key.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

/// What the pages of each edition share. What there is of each initiative is made on all threads,
/// and only where most pages are looked at.
SharedViews share_views(const Site& site, bool with_each, unsigned jobs) {
  SharedViews shared;
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    EditionViews& views = shared.emplace_back(edition_views(site, edition));
    if (!with_each) continue;
    add_what_few_show(views, site, edition);
    const std::size_t count = site.editions[edition].initiatives.size();
    std::vector<View> cards(count);
    parallel_for(count, jobs, [&](std::size_t i, unsigned) {
      cards[i] = shared_card(site, edition, static_cast<InitiativeId>(i), views);
    });
    views.cards = std::move(cards);
    std::vector<std::optional<Hash128>> keys(count);
    parallel_for(count, jobs, [&](std::size_t i, unsigned) {
      keys[i] = initiative_key(site, edition, static_cast<InitiativeId>(i), views);
    });
    views.initiative_keys = std::move(keys);
  }
  return shared;
}

/// What words the initiatives say, found on all threads.
std::vector<SearchPart> search_parts(const Site& site, unsigned jobs) {
  const std::size_t count = site.editions.front().initiatives.size();
  const std::size_t share = count / std::max(1U, jobs) + 1;
  std::vector<std::optional<SearchPart>> found((count + share - 1) / share);
  parallel_for(found.size(), jobs, [&](std::size_t i, unsigned) {
    found[i].emplace(site, static_cast<InitiativeId>(i * share),
                     static_cast<InitiativeId>(std::min(count, (i + 1) * share)));
  });
  std::vector<SearchPart> parts;
  for (auto& part : found) parts.push_back(std::move(*part));
  return parts;
}

/// The initiatives whose text is another than in the last run, where only texts are. Nothing where
/// so many are that all may as well be read.
std::optional<std::vector<InitiativeId>> with_other_texts(const Ingredients& from) {
  if (!from.changed_texts) return std::nullopt;
  std::vector<InitiativeId> others;
  const std::size_t count = from.site.editions.front().initiatives.size();
  for (InitiativeId id = 0; id < count; ++id) {
    if (std::ranges::any_of(from.site.editions, [&](const Edition& edition) {
          return from.is_other_text(edition.initiatives[id].body);
        })) {
      others.push_back(id);
    }
  }
  constexpr std::size_t few = 8;
  return few * others.size() <= count ? std::optional(std::move(others)) : std::nullopt;
}

/// The words of an edition as the last run left them.
std::optional<FormerWords> words_before(const Ingredients& from, const Staging& staging,
                                        std::uint32_t edition) {
  std::vector<std::string> shards;
  for (const PagePlan& plan : from.plans) {
    if (plan.kind != PageKind::search_words || plan.edition != edition) continue;
    std::optional<std::string> bytes = staging.bytes_before(output_path(plan.address));
    if (!bytes) return std::nullopt;
    shards.push_back(*std::move(bytes));
  }
  return former_words(shards, from.site.editions[edition].initiatives.size());
}

/// Makes the search files of one edition after the other from what they were, and what few say now.
class SearchUpdate {
 public:
  SearchUpdate(const Ingredients& from, const Staging& staging)
      : from_(from), staging_(staging), others_(with_other_texts(from)) {
    if (!others_) return;
    for (const InitiativeId id : *others_) parts_.emplace_back(from.site, id, id + 1);
  }

  /// Nothing where they have to be made from all texts.
  [[nodiscard]] std::shared_ptr<const SearchFiles> files_of(std::uint32_t edition) const {
    if (!others_) return nullptr;
    std::optional<FormerWords> former = words_before(from_, staging_, edition);
    if (!former) return nullptr;
    const std::vector<SearchWord> words =
        updated_words(std::move(former->words), *others_, joined_words(parts_, edition));
    return std::make_shared<const SearchFiles>(search_files(from_.site, edition, words));
  }

 private:
  const Ingredients& from_;
  const Staging& staging_;
  std::optional<std::vector<InitiativeId>> others_;
  std::vector<SearchPart> parts_;
};

/// Makes the files of the search where one of them may be other than what lies there: each depends
/// on all texts.
void make_search(const Ingredients& from, const Staging& staging, unsigned jobs,
                 SharedViews& shared) {
  std::vector<bool> is_wanted(shared.size());
  for (std::uint32_t edition = 0; edition < shared.size(); ++edition) {
    shared[edition].search_key = search_key(from.site, edition).value_or(no_hash);
  }
  for (const PagePlan& plan : from.plans) {
    if (!is_search_file(plan.kind) || is_wanted[plan.edition]) continue;
    const auto key = search_file_key(plan, shared);
    const auto known = staging.before().find(output_path(plan.address));
    is_wanted[plan.edition] = !key || !known || !known->is_current(combined(*key, from.program));
  }
  if (std::find(is_wanted.begin(), is_wanted.end(), true) == is_wanted.end()) return;
  const SearchUpdate update(from, staging);
  parallel_for(shared.size(), jobs, [&](std::size_t i, unsigned) {
    if (is_wanted[i]) shared[i].search = update.files_of(static_cast<std::uint32_t>(i));
  });
  for (std::size_t i = 0; i < shared.size(); ++i) is_wanted[i] = is_wanted[i] && !shared[i].search;
  if (std::find(is_wanted.begin(), is_wanted.end(), true) == is_wanted.end()) return;
  const std::vector<SearchPart> parts = search_parts(from.site, jobs);
  parallel_for(shared.size(), jobs, [&](std::size_t i, unsigned) {
    const auto edition = static_cast<std::uint32_t>(i);
    if (!is_wanted[i]) return;
    shared[i].search = std::make_shared<const SearchFiles>(
        search_files(from.site, edition, joined_words(parts, edition)));
  });
}

/// Makes or keeps one file after the other. Safe to use from several threads, each with its own
/// templates.
class Maker {
 public:
  Maker(const Ingredients& from, const Staging& staging, SharedViews shared)
      : from_(from), staging_(staging), shared_(std::move(shared)) {
    for (const Edition& edition : from.site.editions) {
      has_other_text_.push_back(
          from.changed_texts &&
          std::ranges::any_of(edition.initiatives, [&](const LocalInitiative& local) {
            return from.is_other_text(local.body);
          }));
    }
  }

  StagedFile make(const PagePlan& plan, Templates& templates, Reason& reason) const {
    const std::string path = output_path(plan.address);
    const std::optional<KnownFile> known = staging_.before().find(path);
    const bool may_differ = !from_.changed_texts || shows_changed_text(plan);
    if (known && !may_differ && known->is_current(known->record.key)) return {path, known->record};
    const Prepared prepared = prepare(from_.site, plan, from_.plans, shared_, templates);
    const Hash128 key = combined(prepared.key.value_or(no_hash), from_.program);
    if (prepared.key && known && known->is_current(key)) return {path, known->record};
    StagedFile file = staging_.stage(prepared.make(), key);
    if (file.is_prepared) reason = reason_for(known, may_differ, file);
    return file;
  }

 private:
  [[nodiscard]] bool shows_changed_text(const PagePlan& plan) const {
    if (shows_every_text(plan.kind)) return has_other_text_.at(plan.edition);
    return std::ranges::any_of(bodies_shown(from_.site, plan),
                               [&](BodyId id) { return from_.is_other_text(id); });
  }

  [[nodiscard]] Reason reason_for(const std::optional<KnownFile>& known, bool may_differ,
                                  const StagedFile& made) const {
    if (!known) return Reason::added;
    if (known->record.content_hash == made.record.content_hash || !may_differ)
      return Reason::not_as_left;
    return from_.changed_texts ? Reason::text : Reason::shown;
  }

  const Ingredients& from_;
  const Staging& staging_;
  SharedViews shared_;
  std::vector<bool> has_other_text_;  ///< by edition
};

/// Begun last, what takes a hundred times as long as a page would leave the other threads idle.
std::vector<std::size_t> largest_first(std::span<const PagePlan> plans) {
  std::vector<std::size_t> order(plans.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    const PageKind kind = plans[i].kind;
    return kind == PageKind::catalogue_json || kind == PageKind::catalogue_csv ||
           kind == PageKind::feed || kind == PageKind::sitemap || kind == PageKind::sitemap_part;
  });
  return order;
}

}  // namespace

std::string_view words_for(Reason reason) {
  switch (reason) {
    case Reason::kept:
      return "it is as it was";
    case Reason::added:
      return "it was not there before";
    case Reason::not_as_left:
      return "it is not as lamppost left it";
    case Reason::text:
      return "a text that it shows was edited";
    case Reason::shown:
      return "something that it shows has changed, or its template";
  }
  return {};
}

MadeFiles make_files(const Ingredients& from, const Staging& staging, unsigned jobs,
                     Progress* progress) {
  begin_stage(progress, {"Making", from.plans.size(), "files"});
  SharedViews shared = share_views(from.site, !from.changed_texts, jobs);
  if (offers(from.site, PageKind::search)) make_search(from, staging, jobs, shared);
  const Maker maker(from, staging, std::move(shared));
  std::vector<Templates> templates(std::max(1U, jobs), from.templates);
  MadeFiles made{std::vector<StagedFile>(from.plans.size()),
                 std::vector<Reason>(from.plans.size())};
  const std::vector<std::size_t> order = largest_first(from.plans);
  parallel_for(order.size(), jobs, [&](std::size_t place, unsigned worker) {
    const std::size_t i = order[place];
    made.files[i] = maker.make(from.plans[i], templates[worker], made.reasons[i]);
    add_done(progress, 1);
  });
  return made;
}

}  // namespace lamppost
