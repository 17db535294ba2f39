#pragma once

#include <cstdint>
#include <string>

#include "write/descriptor.h"

namespace lamppost {

/// What stands under a name. A symbolic link or a device is `other`: it is replaced and removed as
/// a file is, and never followed.
enum class Occupant : std::uint8_t { nothing, file, folder, other };

/// What stands at a path below an open folder. `shown` names the folder in a MachineError.
[[nodiscard]] Occupant occupant_of(const Descriptor& folder, const std::string& path,
                                   const std::string& shown);

/// Opens a folder; a symbolic link to one is followed. Throws MachineError.
[[nodiscard]] Descriptor open_folder(const std::string& path);

/// The same, but not open where nothing stands there.
[[nodiscard]] Descriptor open_folder_if_there(const std::string& path);

/// Makes a folder and those above it that are missing. Throws MachineError.
void make_folders(const std::string& path);

/// Makes the folders above a path below an open folder; those that are there already are fine, so
/// that several threads may ask for the same. `shown` names the folder in a MachineError.
void make_parents(const Descriptor& folder, const std::string& path, const std::string& shown);

/// Removes a folder and everything in it; follows no link. Fine where nothing is there. Throws
/// MachineError.
void remove_tree(const std::string& path);

/// Whether files can be moved from one open folder to the other by renaming.
[[nodiscard]] bool share_file_system(const Descriptor& one, const Descriptor& other);

}  // namespace lamppost
