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

/// What the pages of each edition share. Cards are many: made on all threads.
SharedViews share_views(const Site& site, unsigned jobs) {
  SharedViews shared;
  for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
    EditionViews& views = shared.emplace_back(edition_views(site, edition));
    std::vector<View> cards(site.editions[edition].initiatives.size());
    parallel_for(cards.size(), jobs, [&](std::size_t i, unsigned) {
      cards[i] = shared_card(site, edition, static_cast<InitiativeId>(i), views);
    });
    views.cards = std::move(cards);
  }
  return shared;
}

Hash128 combined(const Hash128& a, const Hash128& b, const Hash128& c) {
  PiecewiseHash hash;
  for (const Hash128& part : {a, b, c}) {
    hash.add(std::to_string(part.high) + ' ' + std::to_string(part.low) + ' ');
  }
  return hash.value();
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
    StagedFile file = layout_of(plan.kind).empty() ? make_data(plan, templates)
                                                   : make_page(plan, path, templates);
    if (file.is_prepared) reason = reason_for(known, may_differ, file);
    return file;
  }

 private:
  [[nodiscard]] StagedFile make_page(const PagePlan& plan, const std::string& path,
                                     Templates& templates) const {
    const View view = view_of(from_.site, plan, shared_);
    const Hash128 key = combined(view.hash(), templates.key(plan.kind), from_.program);
    if (auto kept = staging_.keep_if_current(path, key)) return *std::move(kept);
    return staging_.stage({path, templates.render(plan.kind, view), {}}, key);
  }

  /// Of what no template makes nothing is known beforehand: it is made, and compared.
  [[nodiscard]] StagedFile make_data(const PagePlan& plan, Templates& templates) const {
    const Artifact artifact = render(from_.site, plan, from_.plans, shared_, templates);
    return staging_.stage(artifact, hash128(artifact.bytes + artifact.copy_of));
  }

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

MadeFiles make_files(const Ingredients& from, const Staging& staging, unsigned jobs,
                     Progress* progress) {
  begin_stage(progress, {"Making", from.plans.size(), "files"});
  // Where only texts have changed few pages are made: not worth to prepare what all would share.
  const Maker maker(from, staging,
                    from.changed_texts ? SharedViews() : share_views(from.site, jobs));
  std::vector<Templates> templates(std::max(1U, jobs), from.templates);
  MadeFiles made{std::vector<StagedFile>(from.plans.size()),
                 std::vector<Reason>(from.plans.size())};
  parallel_for(from.plans.size(), jobs, [&](std::size_t i, unsigned worker) {
    made.files[i] = maker.make(from.plans[i], templates[worker], made.reasons[i]);
    add_done(progress, 1);
  });
  return made;
}

}  // namespace lamppost
