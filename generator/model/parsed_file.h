#pragma once

#include <variant>

#include "model/body.h"
#include "model/cluster.h"
#include "model/free_page.h"
#include "model/initiative.h"
#include "model/settings.h"
#include "model/shared.h"

namespace lamppost {

/// What one file of the content becomes; depends on that file's bytes and name only.
/// `monostate`: nothing could be made of it, and the diagnostics say why.
struct ParsedFile {
  std::variant<std::monostate, Boxed<Settings>, Boxed<Initiative>, Boxed<Cluster>, Boxed<FreePage>>
      noun;
  Body body;

  friend bool operator==(const ParsedFile&, const ParsedFile&) = default;
};

}  // namespace lamppost
