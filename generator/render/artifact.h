#pragma once

#include <functional>
#include <string>

#include "data/pieces.h"

namespace lamppost {

/// A file of the site: its bytes, the file to copy them from, or what writes them.
struct Artifact {
  std::string output_path;  ///< below the output folder: `clusters/x/index.html`
  std::string bytes;
  std::string copy_of;  ///< not empty: a file to publish as it is
  /// Not empty: writes the bytes, the same each time. For what would be large in memory.
  std::function<void(Pieces& pieces)> write = {};
};

}  // namespace lamppost
