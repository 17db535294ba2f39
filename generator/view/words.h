#pragma once

#include "model/phrases.h"
#include "view/view.h"

namespace lamppost {

/// The theme's texts in one language, and all of them as templates see them.
class Words : public Phrases {
 public:
  using Phrases::Phrases;

  /// All texts as `t` in templates: dotted keys become nested maps, of plural forms the `other`.
  /// The names are the English file's, so that they are the same in every language.
  [[nodiscard]] View all() const;
};

}  // namespace lamppost
