#include "write/place.h"

#include <boost/filesystem/path.hpp>

namespace lamppost {

OutputPlace output_place(const std::string& output) {
  namespace fs = boost::filesystem;
  fs::path folder;
  for (const fs::path& part : fs::path(output)) {
    if (part != ".") folder /= part;
  }
  const fs::path memory = folder.parent_path() / ".lamppost" / folder.filename();
  const auto below = [&](const char* name) { return (memory / name).string(); };
  return {folder.string(), memory.string(), below("staging"), below("manifest"),
          below("parts"),  below("lock"),   below("snapshot")};
}

}  // namespace lamppost
