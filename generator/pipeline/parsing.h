#pragma once

#include <span>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/parsed_file.h"
#include "pipeline/pipeline.h"
#include "pipeline/snapshot.h"
#include "read/source_tree.h"
#include "write/blob_store.h"

namespace lamppost {

/// The content files as what they are, and what is to be remembered of each; both in the order of
/// the entries.
struct ParsedContent {
  std::vector<ParsedFile> files;  ///< their bodies without text: `Body::file` says whose it is
  std::vector<RememberedFile> remembered;
};

/// A head or text that was remembered is not there any more, or not as it was: what to do about it
/// is to forget everything and begin anew.
struct LostMemory {};

/// Reads and parses the content files, but for those that the snapshot has already. `texts` has
/// what the snapshot points to, and gets what is parsed now, if it may be written to. Throws
/// LostMemory, MachineError.
[[nodiscard]] ParsedContent read_and_parse(std::span<const SourceEntry> entries,
                                           const RunOptions& options, const Snapshot& known,
                                           BlobStore& texts, Diagnostics& diagnostics);

}  // namespace lamppost
