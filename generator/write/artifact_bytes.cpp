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

ArtifactBytes::ArtifactBytes(const Artifact& artifact)
    : artifact_(artifact), size_(artifact.bytes.size()) {
  if (artifact.copy_of.empty()) return;
  file_ = open_to_read(artifact.copy_of);
  size_ = state_of(file_, artifact.copy_of).size;
  // One byte more than the file has shows its end with the first piece.
  buffer_.resize(std::min<std::uint64_t>(piece_size, size_ + 1));
}

void ArtifactBytes::rewind() {
  is_at_end_ = false;
  if (file_.is_open() && ::lseek(file_.number(), 0, SEEK_SET) != 0)
    fail_with(artifact_.copy_of, errno);
}

std::string_view ArtifactBytes::next() {
  if (file_.is_open()) {
    const std::size_t count = read_some(file_, buffer_.data(), buffer_.size(), artifact_.copy_of);
    return std::string_view(buffer_).substr(0, count);
  }
  if (is_at_end_) return {};
  is_at_end_ = true;
  return artifact_.bytes;
}

Hash128 ArtifactBytes::hash() {
  if (!file_.is_open()) return hash128(artifact_.bytes);
  rewind();
  PiecewiseHash hash;
  for (std::string_view piece = next(); !piece.empty(); piece = next()) hash.add(piece);
  return hash.value();
}

bool ArtifactBytes::are_those_of(const Descriptor& file, const std::string& shown) {
  rewind();
  std::string theirs(std::min<std::uint64_t>(piece_size, size_ + 1), '\0');
  for (std::string_view piece = next(); !piece.empty(); piece = next()) {
    while (!piece.empty()) {
      const std::size_t count =
          read_some(file, theirs.data(), std::min(piece.size(), theirs.size()), shown);
      if (count == 0 || piece.substr(0, count) != std::string_view(theirs).substr(0, count))
        return false;
      piece.remove_prefix(count);
    }
  }
  return read_some(file, theirs.data(), 1, shown) == 0;
}

Hash128 ArtifactBytes::write_to(const Descriptor& file, const std::string& shown) {
  if (!file_.is_open()) {
    write_all(file, artifact_.bytes, shown);
    return hash128(artifact_.bytes);
  }
  rewind();
  PiecewiseHash hash;
  for (std::string_view piece = next(); !piece.empty(); piece = next()) {
    hash.add(piece);
    write_all(file, piece, shown);
  }
  return hash.value();
}

}  // namespace lamppost
