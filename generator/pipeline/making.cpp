#include "pipeline/making.h"

#include <algorithm>
#include <utility>

#include "model/address.h"
#include "pipeline/parallel.h"
#include "render/render.h"
#include "view/frame_views.h"
#include "view/page_views.h"

namespace lamppost {
namespace {

/// What the pages of each edition share. Cards are many: made on all threads, and only where most
/// pages are looked at.
SharedViews share_views(const Site& site, bool with_cards, unsigned jobs) {
  SharedViews shared;
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    EditionViews& views = shared.emplace_back(edition_views(site, edition));
    if (!with_cards) continue;
    std::vector<View> cards(site.editions[edition].initiatives.size());
    parallel_for(cards.size(), jobs, [&](std::size_t i, unsigned) {
      cards[i] = shared_card(site, edition, static_cast<InitiativeId>(i), views);
    });
    views.cards = std::move(cards);
  }
  return shared;
}

/// Makes or keeps one file after the other. Safe to use from several threads, each with its own
/// templates.
class Maker {
 public:
  Maker(const Ingredients& from, const Staging& staging, SharedViews shared)
      : from_(from), staging_(staging), shared_(std::move(shared)) {}

  StagedFile make(const PagePlan& plan, Templates& templates, Reason& reason) const {
    const std::string path = output_path(plan.address);
    const auto known = staging_.before().find(path);
    const bool may_differ = !from_.changed_texts || shows_changed_text(plan);
    if (known && !may_differ) {
      if (auto kept = staging_.keep_if_current(path, known->key)) return *std::move(kept);
    }
    const Prepared prepared = prepare(from_.site, plan, from_.plans, shared_, templates);
    const Hash128 key = combined(prepared.key.value_or(Hash128()), from_.program);
    if (prepared.key) {
      if (auto kept = staging_.keep_if_current(path, key)) return *std::move(kept);
    }
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

  [[nodiscard]] Reason reason_for(const std::optional<FileRecord>& known, bool may_differ,
                                  const StagedFile& made) const {
    if (!known) return Reason::added;
    if (known->content_hash == made.record.content_hash || !may_differ) return Reason::not_as_left;
    return from_.changed_texts ? Reason::text : Reason::shown;
  }

  const Ingredients& from_;
  const Staging& staging_;
  SharedViews shared_;
};

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

MadeFiles make_files(const Ingredients& from, const Staging& staging, unsigned jobs) {
  const Maker maker(from, staging, share_views(from.site, !from.changed_texts, jobs));
  std::vector<Templates> templates(std::max(1U, jobs), from.templates);
  MadeFiles made{std::vector<StagedFile>(from.plans.size()),
                 std::vector<Reason>(from.plans.size())};
  parallel_for(from.plans.size(), jobs, [&](std::size_t i, unsigned worker) {
    made.files[i] = maker.make(from.plans[i], templates[worker], made.reasons[i]);
  });
  return made;
}

}  // namespace lamppost
