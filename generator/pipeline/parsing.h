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

/// Reads and parses the content files, but for those that the snapshot has already. `texts` is
/// where the texts of bodies go; null where nobody will ask for them. Throws MachineError.
[[nodiscard]] ParsedContent read_and_parse(std::span<const SourceEntry> entries,
                                           const RunOptions& options, const Snapshot& known,
                                           BlobStore* texts, Diagnostics& diagnostics);

}  // namespace lamppost
