#include "write/artifact_bytes.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

#include "write/recorded.h"

namespace lamppost {
namespace {

// Measured on a RAM disk: larger pieces are no faster, and fall out of the processor's cache.
constexpr std::size_t piece_size = 128UL * 1024;

}  // namespace

ArtifactBytes::ArtifactBytes(const Artifact& artifact, FormerParts former)
    : artifact_(artifact), size_(artifact.bytes.size()), former_(std::move(former)) {
  if (artifact.copy_of.empty()) return;
  file_ = open_to_read(artifact.copy_of);
  size_ = state_of(file_, artifact.copy_of).size;
  // One byte more than the file has shows its end with the first piece.
  buffer_.resize(std::min<std::uint64_t>(piece_size, size_ + 1));
}

std::optional<std::uint64_t> ArtifactBytes::size() const {
  return artifact_.write ? std::nullopt : std::optional(size_);
}

void ArtifactBytes::give(const PieceTaker& take) {
  if (file_.is_open()) return give_file(take);
  if (!artifact_.write) return take(artifact_.bytes);
  Pieces pieces(take, former_);
  artifact_.write(pieces);
  pieces.pass_on();
  parts_ = pieces.parts();
}

void ArtifactBytes::give_file(const PieceTaker& take) {
  const std::string& shown = artifact_.copy_of;
  if (::lseek(file_.number(), 0, SEEK_SET) != 0) fail_with(shown, errno);
  while (const std::size_t count = read_some(file_, buffer_.data(), buffer_.size(), shown)) {
    take(std::string_view(buffer_).substr(0, count));
  }
}

Hash128 ArtifactBytes::hash() {
  PiecewiseHash hash;
  give([&](std::string_view piece) { hash.add(piece); });
  return hash.value();
}

bool ArtifactBytes::are_those_of(const Descriptor& file, const std::string& shown) {
  std::string theirs(piece_size, '\0');
  bool are_same = true;
  give([&](std::string_view piece) {
    while (are_same && !piece.empty()) {
      const std::size_t count =
          read_some(file, theirs.data(), std::min(piece.size(), theirs.size()), shown);
      are_same = count > 0 && piece.starts_with(std::string_view(theirs).substr(0, count));
      piece.remove_prefix(count);
    }
  });
  return are_same && read_some(file, theirs.data(), 1, shown) == 0;
}

Hash128 ArtifactBytes::write_to(const Descriptor& file, const std::string& shown) {
  PiecewiseHash hash;
  give([&](std::string_view piece) {
    hash.add(piece);
    write_all(file, piece, shown);
  });
  return hash.value();
}

}  // namespace lamppost
