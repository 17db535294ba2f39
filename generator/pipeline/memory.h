#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "model/body.h"
#include "model/content_hash.h"
#include "pipeline/parsing.h"
#include "pipeline/snapshot.h"
#include "write/blob_store.h"
#include "write/place.h"

namespace lamppost {

/// What a build remembers beside its output: the snapshot of the last run and what pages were
/// parsed to, which is not all held in memory. The run must hold the OutputLock.
class Memory {
 public:
  /// Reads what the last run left; nothing where `forgets`, or where another program left it.
  /// Throws MachineError where nothing can be remembered.
  Memory(const OutputPlace& place, const Hash128& program, bool forgets);

  /// Where nothing was saved and nothing remembered before, nothing stays.
  ~Memory();
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  Memory(Memory&&) = delete;
  Memory& operator=(Memory&&) = delete;

  [[nodiscard]] const Snapshot& known() const { return known_; }

  /// Where this run puts heads and texts; those of `known` are in it.
  [[nodiscard]] BlobStore& texts() { return *texts_; }

  /// The text of a body, from the store. Throws LostMemory, MachineError.
  [[nodiscard]] BodyText text_at(const BlobPlace& place) const;

  /// Leaves a snapshot for the next run; to be called after `commit`. Throws MachineError.
  void save(Snapshot snapshot);

 private:
  void open_texts(std::uint64_t number, bool anew);
  void leave_garbage_behind();
  void remove_other_texts() const;
  [[nodiscard]] Hash128 hash_of_manifest() const;

  OutputPlace place_;
  Snapshot known_;
  std::unique_ptr<BlobStore> texts_;
  std::uint64_t number_ = 0;  ///< of the file of texts
  bool is_saved_ = false;
};

/// The snapshot that lies there; an empty one where none does.
[[nodiscard]] Snapshot read_snapshot(const OutputPlace& place, const Hash128& program);

/// What a reading command may use of what a build remembered; it changes nothing of it.
struct Recollection {
  Snapshot known;
  std::unique_ptr<BlobStore> texts;
};

[[nodiscard]] Recollection recollected(const OutputPlace& place, const Hash128& program);

}  // namespace lamppost
