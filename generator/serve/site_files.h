#pragma once

#include <cstdint>
#include <string>

#include "write/descriptor.h"

namespace lamppost {

/// What lies at a path of the site.
struct FoundFile {
  Descriptor file;  ///< not open: no file lies there
  std::uint64_t size = 0;
  bool is_folder = false;  ///< a folder does, and the path did not end in `/`
};

/// Opens the file at a path below a folder; where it ends in `/` or is empty, the `index.html` in
/// there. No symbolic link is followed but `folder` itself, and only regular files are opened: so
/// nothing that lies elsewhere is ever read. `..`, `.` and empty parts lead nowhere.
[[nodiscard]] FoundFile find_file(const std::string& folder, const std::string& path);

/// All bytes of an open file; what is there, should it fail half-way.
[[nodiscard]] std::string bytes_of(const FoundFile& found);

/// The `Content-Type` for a file of that name.
[[nodiscard]] std::string content_type(const std::string& path);

}  // namespace lamppost
