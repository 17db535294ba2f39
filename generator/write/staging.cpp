#include "write/staging.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include "diagnostics/machine_error.h"
#include "write/folders.h"
#include "write/memory_files.h"
#include "write/recorded.h"

namespace lamppost {

Staging::Staging(const OutputPlace& place, const Published& before)
    : place_(place),
      before_(before),
      parted_(parted_files_of(bytes_if_there(place.parts).value_or(""))),
      prepared_path_(place.staging + "/new"),
      output_(open_folder_if_there(place.output)) {
  make_folders(prepared_path_);
  prepared_ = open_folder(prepared_path_);
  if (output_.is_open() && !share_file_system(output_, prepared_)) {
    remove_tree(place_.staging);
    throw MachineError(
        place.output,
        "lies on another file system than the folder around it, so that a site can't "
        "be brought in all at once; write to a folder inside it");
  }
}

Staging::~Staging() {
  try {
    remove_tree(place_.staging);
  } catch (const MachineError&) {
    return;  // the next run clears it away, or says why it can't
  }
}

StagedFile Staging::stage(const Artifact& artifact, const Hash128& key) const {
  StagedFile file{artifact.output_path, {}};
  const std::optional<KnownFile> known = before_.find(file.output_path);
  ArtifactBytes bytes(artifact, former_parts_of(artifact, known));
  const bool is_made_as_written = !bytes.size();
  if (is_made_as_written && known && known->stands) {
    // Made once, not twice: what is made anew can still be taken away.
    file.record = prepare(bytes, file.output_path);
    file.is_prepared = file.record.content_hash != known->record.content_hash;
    if (!file.is_prepared) {
      file.record = known->record;
      ::unlinkat(prepared_.number(), file.output_path.c_str(), 0);
    }
  } else if (const auto same = same_in_output(bytes, file.output_path, known)) {
    file.record = *same;
  } else {
    file.record = prepare(bytes, file.output_path);
    file.is_prepared = true;
    file.replaces_foreign = !known && has_file(file.output_path);
  }
  file.record.key = key;
  file.parts = bytes.take_parts();
  return file;
}

std::optional<std::string> Staging::bytes_before(const std::string& path) const {
  const std::optional<KnownFile> known = before_.find(path);
  if (!known || !known->stands) return std::nullopt;
  return bytes_if_there(place_.output + '/' + path);
}

/// Of a file that lies there as it was written: else nobody knows what is at its parts' places.
FormerParts Staging::former_parts_of(const Artifact& artifact,
                                     const std::optional<KnownFile>& known) const {
  if (!artifact.write || !known || !known->stands) return {};
  const auto parted = std::ranges::find(parted_, artifact.output_path, &PartedFile::output_path);
  if (parted == parted_.end() || parted->content_hash != known->record.content_hash) return {};
  return former_parts(open_to_read(place_.output + '/' + artifact.output_path), parted->parts);
}

bool Staging::has_file(const std::string& path) const {
  if (!output_.is_open()) return false;
  // Not a folder: that is replaced only if it is empty, or holds nothing but what is ours.
  const Occupant occupant = occupant_of(output_, path, place_.output);
  return occupant == Occupant::file || occupant == Occupant::other;
}

std::optional<FileRecord> Staging::same_in_output(ArtifactBytes& bytes, const std::string& path,
                                                  const std::optional<KnownFile>& known) const {
  // Of a file that is as recorded the hash is known, and it need not be read.
  if (known && known->stands) {
    const bool is_same = bytes.hash() == known->record.content_hash;
    return is_same ? std::optional(known->record) : std::nullopt;
  }
  const std::optional<FileState> state = state_below(output_, path.c_str());
  if (!state || state->size != bytes.size().value_or(state->size)) return std::nullopt;
  const std::string shown = place_.output + '/' + path;
  if (!bytes.are_those_of(open_to_read(shown), shown)) return std::nullopt;
  return FileRecord{no_hash, bytes.hash(), state->size, state->modified};
}

FileRecord Staging::prepare(ArtifactBytes& bytes, const std::string& path) const {
  const std::string shown = prepared_path_ + '/' + path;
  Descriptor file = make_file(path);
  const Hash128 hash = bytes.write_to(file, shown);
  const FileState state = state_of(file, shown);
  if (const int error = file.close_now()) fail_with(shown, error);
  return {no_hash, hash, state.size, state.modified};
}

Descriptor Staging::make_file(const std::string& path) const {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  constexpr mode_t all_that_umask_leaves = 0666;
  Descriptor file(::openat(prepared_.number(), path.c_str(), flags, all_that_umask_leaves));
  if (!file.is_open() && errno == ENOENT) {
    make_parents(prepared_, path, prepared_path_);
    file = Descriptor(::openat(prepared_.number(), path.c_str(), flags, all_that_umask_leaves));
  }
  if (!file.is_open()) fail_with(prepared_path_ + '/' + path, errno);
  return file;
}

}  // namespace lamppost
