#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/artifact.h"
#include "write/artifact_bytes.h"
#include "write/descriptor.h"
#include "write/parts.h"
#include "write/place.h"
#include "write/recorded.h"

namespace lamppost {

/// A file of the new site that is ready: prepared in staging, or there already.
struct StagedFile {
  std::string output_path;        ///< below the output folder
  FileRecord record;              ///< what the manifest will say of it
  bool is_prepared = false;       ///< waits in staging; otherwise it lies in the output, unchanged
  bool replaces_foreign = false;  ///< prepared, where a file lies that lamppost did not make
  std::vector<Part> parts = {};   ///< those it was made of in this run
};

/// Prepares the files of one run, beside the output folder and on its file system, in the folders
/// in which they will lie. Removes what is left of that when it goes, so a run that stops before
/// `commit` leaves no trace. The run must hold the OutputLock.
class Staging {
 public:
  /// Makes the staging folder, empty. `before` is what the last run left and must outlive it.
  /// Throws MachineError, also where files could not be brought into the output folder by renaming.
  Staging(const OutputPlace& place, const Published& before);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  Staging(Staging&&) = delete;
  Staging& operator=(Staging&&) = delete;

  /// Prepares one file. Where the output has just these bytes, it is left alone: its time stays,
  /// though `key` may be new. Safe to call from several threads with different paths. Throws
  /// MachineError.
  [[nodiscard]] StagedFile stage(const Artifact& artifact, const Hash128& key) const;

  /// The bytes of a file of the output that lies there as the last run wrote it.
  [[nodiscard]] std::optional<std::string> bytes_before(const std::string& path) const;

  [[nodiscard]] const OutputPlace& place() const { return place_; }
  [[nodiscard]] const Published& before() const { return before_; }

  /// The files whose parts the last run left remembered.
  [[nodiscard]] const std::vector<PartedFile>& parted() const { return parted_; }

  /// Where the prepared files wait: `staging/new`.
  [[nodiscard]] const std::string& prepared() const { return prepared_path_; }

 private:
  [[nodiscard]] FormerParts former_parts_of(const Artifact& artifact,
                                            const std::optional<KnownFile>& known) const;
  [[nodiscard]] bool has_file(const std::string& path) const;
  [[nodiscard]] std::optional<FileRecord> same_in_output(
      ArtifactBytes& bytes, const std::string& path, const std::optional<KnownFile>& known) const;
  [[nodiscard]] FileRecord prepare(ArtifactBytes& bytes, const std::string& path) const;
  [[nodiscard]] Descriptor make_file(const std::string& path) const;

  OutputPlace place_;
  const Published& before_;
  std::vector<PartedFile> parted_;
  std::string prepared_path_;
  Descriptor output_;    ///< not open where there is none yet
  Descriptor prepared_;  ///< `prepared_path_`
};

}  // namespace lamppost
