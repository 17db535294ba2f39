#pragma once

#include <string>
#include <vector>

namespace lamppost {

/// A catalogue as a build has written it.
struct BuiltCatalogue {
  std::string file;  ///< as shown to people
  std::string bytes;
};

/// No catalogue is larger; what is larger comes back with one byte more than this.
inline constexpr std::size_t largest_catalogue = std::size_t{1} << 30U;

/// The catalogues of a built site: a `catalogue.json` itself, or a folder's and those of the
/// languages in folders of it (`fr/catalogue.json`), by name. Never follows a symbolic link below
/// the folder. None where the folder has no catalogue. Throws MachineError where something can't
/// be read.
[[nodiscard]] std::vector<BuiltCatalogue> read_built_site(const std::string& path);

}  // namespace lamppost
