#pragma once

#include <cstddef>
#include <vector>

#include "write/place.h"
#include "write/staging.h"

namespace lamppost {

/// What a run did to the output folder.
struct WriteReport {
  std::size_t made = 0;     ///< new or changed
  std::size_t kept = 0;     ///< the same bytes as before: not touched, its time neither
  std::size_t removed = 0;  ///< made by an earlier run, not part of the site any more
};

/// Makes these files the whole of the site: brings in those prepared, removes what an earlier run
/// made and this one did not, and remembers it. Where anything fails, everything is put back as it
/// was and MachineError thrown. Where the process is killed, the next run puts it right (why:
/// `write/README.md`). No two files may have the same path. To be called once, when all are staged.
WriteReport commit(const Staging& staging, std::vector<StagedFile> staged);

/// Makes the next run trust nothing that lies in the output folder: every file will be made again
/// and compared. Which files are lamppost's stays known. The run must hold the OutputLock. Throws
/// MachineError.
void forget(const OutputPlace& place);

}  // namespace lamppost
