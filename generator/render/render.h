#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"
#include "render/artifact.h"
#include "render/templates.h"
#include "view/page_scope.h"

namespace lamppost {

/// Whether what lies at an address of that kind depends on the texts of all initiatives in its
/// edition.
[[nodiscard]] bool shows_every_text(PageKind kind);

/// The bodies whose text is part of what lies at any other address.
[[nodiscard]] std::vector<BodyId> bodies_shown(const Site& site, const PagePlan& plan);

/// What lies at one address, as far as it takes to know whether it is what lay there before.
struct Prepared {
  /// Equal where the artifact is equal; nothing where that can't be told without making it.
  std::optional<Hash128> key;
  std::function<Artifact()> make;  ///< to be called at most once
};

/// The key of a file of the search; nothing where that can't be told without making it.
[[nodiscard]] std::optional<Hash128> search_file_key(const PagePlan& plan,
                                                     const SharedViews& shared);

/// Prepares what lies at one address. `templates` belongs to the calling thread; it and the others
/// must outlive what is prepared.
[[nodiscard]] Prepared prepare(const Site& site, const PagePlan& plan,
                               std::span<const PagePlan> plans, const SharedViews& shared,
                               Templates& templates);

}  // namespace lamppost
