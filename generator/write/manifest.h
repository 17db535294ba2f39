#pragma once

#include <set>
#include <string>

namespace lamppost {

/// What lamppost made in an output folder: the paths below it. Files that are not in it are not
/// lamppost's and are never removed.
using Manifest = std::set<std::string>;

/// Reads a manifest (format: `write/README.md`). One that is missing, damaged or of another
/// version is empty: then nothing is known to be stale.
[[nodiscard]] Manifest read_manifest(const std::string& file);

/// Writes a manifest beside the old one and puts it in its place. Throws MachineError.
void write_manifest(const std::string& file, const Manifest& manifest);

}  // namespace lamppost
