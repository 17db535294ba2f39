#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/pieces.h"
#include "model/content_hash.h"
#include "write/descriptor.h"

namespace lamppost {

/// Which parts a published file is made of.
struct PartedFile {
  std::string output_path;
  Hash128 content_hash;  ///< the file's: of other bytes this says nothing
  std::vector<Part> parts;

  friend bool operator==(const PartedFile&, const PartedFile&) = default;
};

/// What is remembered of all such files, as bytes (format: `write/README.md`), and back. Bytes that
/// are damaged, cut off or of another version give nothing.
[[nodiscard]] std::string to_bytes(const std::vector<PartedFile>& files);
[[nodiscard]] std::vector<PartedFile> parted_files_of(std::string_view bytes);

/// The parts of a file that lies open, to be taken over into its next version. What can't be read
/// is as if it were not there.
[[nodiscard]] FormerParts former_parts(Descriptor file, std::vector<Part> parts);

}  // namespace lamppost
