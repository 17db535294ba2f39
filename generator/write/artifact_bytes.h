#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/content_hash.h"
#include "render/artifact.h"
#include "write/descriptor.h"

namespace lamppost {

/// The bytes of an artifact, in pieces: a large one is never held whole. The artifact must outlive
/// it. Throws MachineError where that file can't be read.
class ArtifactBytes {
 public:
  /// `former`: parts of what the artifact writes that need not be made.
  explicit ArtifactBytes(const Artifact& artifact, FormerParts former = {});

  /// How many they are, as far as can be said before a file is read; nothing where they have yet to
  /// be made.
  [[nodiscard]] std::optional<std::uint64_t> size() const;

  /// From the beginning: their hash.
  [[nodiscard]] Hash128 hash();

  /// From the beginning: whether a file, read from its beginning, has just the same.
  [[nodiscard]] bool are_those_of(const Descriptor& file, const std::string& shown);

  /// From the beginning: writes them and gives their hash. Each byte of a file is read once, so
  /// that the hash is of what was written even where somebody changes the file meanwhile.
  Hash128 write_to(const Descriptor& file, const std::string& shown);

  /// The parts that were written last; none of what is not written in pieces.
  [[nodiscard]] std::vector<Part> take_parts() { return std::move(parts_); }

 private:
  /// All of them, from the beginning.
  void give(const PieceTaker& take);
  void give_file(const PieceTaker& take);

  const Artifact& artifact_;
  Descriptor file_;     ///< open where it is one that is copied
  std::string buffer_;  ///< of that file
  std::uint64_t size_ = 0;
  FormerParts former_;
  std::vector<Part> parts_;
};

}  // namespace lamppost
