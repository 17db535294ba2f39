#pragma once

#include <string>

namespace lamppost {

/// A finished file of the site: its bytes, or the file to copy them from.
struct Artifact {
  std::string output_path;  ///< below the output folder: `clusters/x/index.html`
  std::string bytes;
  std::string copy_of;  ///< not empty: a file to publish as it is
};

}  // namespace lamppost
