#include "paths.h"

#include <algorithm>

namespace lamppost {

bool is_below(const boost::filesystem::path& path, const boost::filesystem::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace lamppost
