#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "render/artifact.h"

namespace lamppost {

/// Where a run writes: the output folder, and beside it, on the same file system, lamppost's own
/// folder for what is being prepared and what is remembered.
struct OutputPlace {
  std::string output;    ///< `public`
  std::string staging;   ///< `.lamppost/public/staging`: exists only during a run
  std::string manifest;  ///< `.lamppost/public/manifest`
};

/// The place for an output folder; touches nothing.
[[nodiscard]] OutputPlace output_place(const std::string& output);

/// A file that is ready to be brought in.
struct StagedFile {
  std::string output_path;  ///< below the output folder
  std::string prepared;  ///< the file that is to become it; empty: it is there already, unchanged
};

/// What a run did to the output folder.
struct WriteReport {
  std::size_t made = 0;     ///< new or changed
  std::size_t kept = 0;     ///< the same bytes as before: not touched, its time neither
  std::size_t removed = 0;  ///< made by an earlier run, not part of the site any more
};

/// Makes the staging folder, empty. Throws MachineError, also where the output folder's parent is
/// missing or can't be written to.
void open_staging(const OutputPlace& place);

/// Prepares one file under a name made of `number`, which no other file of the run may have. Safe
/// to call from several threads. Throws MachineError.
[[nodiscard]] StagedFile stage(const Artifact& artifact, std::size_t number,
                               const OutputPlace& place);

/// Brings all files in and removes what an earlier run made and this one did not. Where anything
/// fails, everything is put back as it was and MachineError thrown.
WriteReport commit(std::span<const StagedFile> files, const OutputPlace& place);

/// Removes the staging folder; for a run that stops before `commit`. Never throws.
void discard_staging(const OutputPlace& place) noexcept;

}  // namespace lamppost
