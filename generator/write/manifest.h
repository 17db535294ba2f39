#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content_hash.h"

namespace lamppost {

/// What is remembered of a published file.
struct FileRecord {
  Hash128 key = no_hash;      ///< what it was made from; `no_hash` where that is not known
  Hash128 content_hash;       ///< its bytes
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch

  friend bool operator==(const FileRecord&, const FileRecord&) = default;
};

/// A record under its path below the output folder.
struct ManifestEntry {
  std::string_view path;
  FileRecord record;
};

/// What lamppost made in an output folder. Files that are not in it are not lamppost's and are
/// never removed. A value that never changes: any thread may ask it.
class Manifest {
 public:
  Manifest() = default;

  /// Keeps the entries by path; no two may have the same. Their texts are copied.
  explicit Manifest(std::vector<ManifestEntry> entries);

  [[nodiscard]] std::size_t size() const { return records_.size(); }
  [[nodiscard]] bool empty() const { return records_.empty(); }

  /// The entry of this number, counted by path in byte order. A zero byte follows the path.
  [[nodiscard]] ManifestEntry operator[](std::size_t number) const;

  /// The number of a file's entry. Nothing where the file is not lamppost's.
  [[nodiscard]] std::optional<std::size_t> number_of(std::string_view path) const;

  friend bool operator==(const Manifest&, const Manifest&) = default;

  friend std::string to_bytes(const Manifest& manifest);
  friend Manifest manifest_of(std::string_view bytes);

 private:
  [[nodiscard]] std::string_view path(std::size_t number) const;

  std::string paths_;                ///< one after the other, a zero byte after each
  std::vector<std::size_t> begins_;  ///< where in it each begins
  std::vector<FileRecord> records_;
};

/// The manifest as bytes (format: `write/README.md`), and back. Bytes that are damaged, cut off or
/// of another version give an empty manifest: then nothing is known, and nothing is stale.
[[nodiscard]] std::string to_bytes(const Manifest& manifest);
[[nodiscard]] Manifest manifest_of(std::string_view bytes);

/// The manifest of a file; empty where there is none that can be read.
[[nodiscard]] Manifest read_manifest(const std::string& file);

/// Writes a manifest beside the old one and puts it in its place, so that there is always a whole
/// one; it outlasts a loss of power from then on. Throws MachineError.
void write_manifest(const std::string& file, const Manifest& manifest);

/// The file that `write_manifest` prepares; left over where a run was killed.
[[nodiscard]] std::string unfinished_manifest(const std::string& file);

}  // namespace lamppost
