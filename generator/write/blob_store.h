#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/content_hash.h"
#include "write/descriptor.h"

namespace lamppost {

/// Where a blob lies in a store, and what it is.
struct BlobPlace {
  std::uint64_t offset = 0;  ///< bytes from the beginning
  std::uint64_t size = 0;    ///< bytes
  Hash128 hash;

  friend bool operator==(const BlobPlace&, const BlobPlace&) = default;
};

/// A file of long byte strings that are read one by one, so that they need not all be in memory. It
/// only grows: what was put in stays where it is. Safe to use from several threads.
class BlobStore {
 public:
  enum class Access : std::uint8_t {
    write,  ///< the file is made, and the folders above it, where it is not there
    read,   ///< nothing can be put in; where there is no file nothing is in it
  };

  /// Opens the file. Throws MachineError.
  explicit BlobStore(std::string file, Access access = Access::write);

  [[nodiscard]] bool is_writable() const { return access_ == Access::write; }

  /// Puts a blob in, which must be allowed. Throws MachineError.
  [[nodiscard]] BlobPlace put(std::string_view blob);

  /// The blob at a place; nothing where the file does not have it any more. Throws MachineError.
  [[nodiscard]] std::optional<std::string> get(const BlobPlace& place) const;

  /// Bytes that have been put in so far.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  Access access_;
  Descriptor descriptor_;
  std::atomic<std::uint64_t> size_ = 0;
};

}  // namespace lamppost
