#include "pipeline/making.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

#include "data/search_files.h"
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
  const std::vector<SearchPart> parts = search_parts(from.site, jobs);
  parallel_for(shared.size(), jobs, [&](std::size_t i, unsigned) {
    const auto edition = static_cast<std::uint32_t>(i);
    if (!is_wanted[i]) return;
    shared[i].search = std::make_shared<const SearchFiles>(search_files(from.site, edition, parts));
  });
}

/// Makes or keeps one file after the other. Safe to use from several threads, each with its own
/// templates.
class Maker {
 public:
  Maker(const Ingredients& from, const Staging& staging, SharedViews shared)
      : from_(from), staging_(staging), shared_(std::move(shared)) {}

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
    return std::ranges::any_of(bodies_shown(from_.site, plan), [&](BodyId id) {
      const Body& body = from_.site.bodies.at(id);
      return body.has_text && from_.changed_texts->at(body.file);
    });
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
