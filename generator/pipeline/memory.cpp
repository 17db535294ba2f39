#include "pipeline/memory.h"

#include <algorithm>
#include <utility>

#include "diagnostics/machine_error.h"
#include "pipeline/parsed_bytes.h"
#include "read/folder.h"
#include "write/memory_files.h"

namespace lamppost {
namespace {

/// How far into the store the remembered texts reach.
std::uint64_t end_of_texts(const Snapshot& snapshot) {
  std::uint64_t end = 0;
  for (const RememberedFile& file : snapshot.files) {
    for (const BlobPlace& place : {file.head, file.given, file.text}) {
      end = std::max(end, place.offset + place.size);
    }
  }
  return end;
}

std::string texts_file(const OutputPlace& place, std::uint64_t number) {
  return place.memory + "/texts-" + std::to_string(number);
}

std::uint64_t size_of_texts(const Snapshot& snapshot) {
  std::uint64_t size = 0;
  for (const RememberedFile& file : snapshot.files)
    size += file.head.size + file.given.size + file.text.size;
  return size;
}

}  // namespace

Memory::Memory(const OutputPlace& place, const Hash128& program, bool forgets)
    : place_(place), known_(forgets ? Snapshot() : read_snapshot(place, program)) {
  known_.program = program;
  if (known_.manifest != hash_of_manifest()) {
    known_.inputs = {};
    known_.site = {};
  }
  open_texts(known_.texts, known_.files.empty());
  if (end_of_texts(known_) > texts_->size()) {
    known_ = {};
    known_.program = program;
  }
  leave_garbage_behind();
}

Memory::~Memory() {
  if (!is_saved_ && known_.files.empty()) remove_file(texts_file(place_, number_));
}

void Memory::open_texts(std::uint64_t number, bool anew) {
  number_ = number;
  if (anew) remove_file(texts_file(place_, number));
  texts_ = std::make_unique<BlobStore>(texts_file(place_, number));
}

/// What nobody remembers is cleared away once it is more than what somebody does: the rest moves to
/// another file. The old one stays until the snapshot that needs it has been replaced.
void Memory::leave_garbage_behind() {
  constexpr std::uint64_t not_worth_it = 1'000'000;
  if (texts_->size() <= 2 * size_of_texts(known_) + not_worth_it) return;
  const std::unique_ptr<BlobStore> old = std::move(texts_);
  open_texts(number_ + 1, true);
  for (RememberedFile& file : known_.files) {
    for (BlobPlace* place : {&file.head, &file.given, &file.text}) {
      const auto blob = old->get(*place);
      if (!blob) throw LostMemory();
      *place = texts_->put(*blob);
    }
  }
}

BodyText Memory::text_at(const BlobPlace& place) const {
  const auto bytes = texts_->get(place);
  Body body;
  if (!bytes || !decode_text(*bytes, body)) throw LostMemory();
  return std::move(body.text);
}

void Memory::save(Snapshot snapshot) {
  snapshot.texts = number_;
  snapshot.manifest = hash_of_manifest();
  replace_file(place_.snapshot, to_bytes(snapshot));
  is_saved_ = true;
  remove_other_texts();
}

/// Also those of runs that were killed, or of another lamppost.
void Memory::remove_other_texts() const {
  for (const FolderEntry& entry : list_folder(place_.memory)) {
    const std::string file = place_.memory + "/" + entry.name;
    if (entry.name.starts_with("texts-") && file != texts_file(place_, number_)) remove_file(file);
  }
}

Hash128 Memory::hash_of_manifest() const {
  return hash128(bytes_if_there(place_.manifest).value_or(""));
}

Snapshot read_snapshot(const OutputPlace& place, const Hash128& program) {
  const auto bytes = bytes_if_there(place.snapshot);
  return bytes ? snapshot_of(*bytes, program) : Snapshot();
}

Recollection recollected(const OutputPlace& place, const Hash128& program) {
  Snapshot known = read_snapshot(place, program);
  auto texts = std::make_unique<BlobStore>(texts_file(place, known.texts), BlobStore::Access::read);
  return {std::move(known), std::move(texts)};
}

}  // namespace lamppost
