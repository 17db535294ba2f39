#pragma once

#include <boost/filesystem/path.hpp>

namespace lamppost {

/// Whether a path is a folder or lies in it, by their names alone: both are written the same way.
[[nodiscard]] bool is_below(const boost::filesystem::path& path,
                            const boost::filesystem::path& folder);

}  // namespace lamppost
