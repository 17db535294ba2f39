#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"
#include "pipeline/progress.h"
#include "render/templates.h"
#include "write/staging.h"

namespace lamppost {

/// Why a file of the site had to be made.
enum class Reason : std::uint8_t {
  kept,         ///< it had not
  added,        ///< it was not there before
  not_as_left,  ///< it is not as lamppost left it
  text,         ///< the text that it shows was edited
  shown,        ///< something else that it shows has changed, or its template
};

/// What `build --explain` says of a reason.
[[nodiscard]] std::string_view words_for(Reason reason);

/// What the files of a site are made of.
struct Ingredients {
  const Site& site;
  std::span<const PagePlan> plans;
  const Templates& templates;
  Hash128 program;  ///< lamppost itself
  /// By `Body::file`, which texts are other than in the last run, where those are all that can
  /// differ; nothing where anything may.
  std::optional<std::vector<bool>> changed_texts;

  /// Whether a body's text is one of those.
  [[nodiscard]] bool is_other_text(BodyId id) const {
    const Body& body = site.bodies.at(id);
    return body.has_text && changed_texts->at(body.file);
  }
};

struct MadeFiles {
  std::vector<StagedFile> files;  ///< in the order of the plans
  std::vector<Reason> reasons;    ///< the same
};

/// Makes those files of the site that are not there already; `progress`, unless it is null, is told
/// of each. Throws MachineError.
[[nodiscard]] MadeFiles make_files(const Ingredients& from, const Staging& staging, unsigned jobs,
                                   Progress* progress);

}  // namespace lamppost
