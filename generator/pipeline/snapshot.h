#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "read/source_tree.h"
#include "write/blob_store.h"

namespace lamppost {

/// What a content file was parsed to, and from what.
struct RememberedFile {
  std::string file;           ///< as `SourceEntry::file`
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::uint64_t inode = 0;
  Hash128 content;  ///< its bytes
  BlobPlace head;   ///< where `ParsedBytes::head` is
  BlobPlace given;  ///< where `ParsedBytes::given` is
  BlobPlace text;   ///< where `ParsedBytes::text` is
  Hash128 seen;     ///< `hash_of_seen`
  Hash128 links;    ///< `hash_of_links`

  friend bool operator==(const RememberedFile&, const RememberedFile&) = default;
};

/// What one run leaves for the next, so that it need not do again what would come out the same. If
/// it is lost or damaged, that costs time and nothing else.
struct Snapshot {
  Hash128 program;           ///< lamppost itself: what another one remembers is not looked at
  Hash128 inputs;            ///< all that the run was given: `inputs_of`
  Hash128 site;              ///< what all pages are made of, but for the texts: `site_key_of`
  Hash128 frame;             ///< `frame_key_of`, where the templates had no fault
  Hash128 manifest;          ///< the manifest's bytes: where they differ, another run came between
  std::int64_t started = 0;  ///< by the file system's clock, nanoseconds since the epoch
  std::uint64_t pages = 0;
  std::uint64_t texts = 0;  ///< number of the file that has the heads and texts
  std::string base_url;     ///< where the site will be
  std::vector<Diagnostic> diagnostics;
  std::vector<RememberedFile> files;  ///< by `file`, in byte order

  /// What is remembered of a file; null where nothing is.
  [[nodiscard]] const RememberedFile* find(std::string_view file) const;

  /// Whether a file need not be read again: it looks as it did, and is not `is_recent`.
  [[nodiscard]] bool is_unchanged(const RememberedFile& known, const SourceEntry& now) const;
};

/// Whether a file was changed within the second in which a run began, or later: then its time does
/// not tell whether it was read before or after. Both in nanoseconds since the epoch.
[[nodiscard]] bool is_recent(std::int64_t modified, std::int64_t started);

/// A snapshot as bytes (format: README.md here), and back. Bytes that are damaged or that another
/// program wrote give an empty snapshot.
[[nodiscard]] std::string to_bytes(const Snapshot& snapshot);
[[nodiscard]] Snapshot snapshot_of(std::string_view bytes, const Hash128& program);

}  // namespace lamppost
