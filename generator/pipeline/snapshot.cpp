#include "pipeline/snapshot.h"

#include <algorithm>
#include <tuple>

#include "pipeline/bytes.h"

namespace lamppost {
namespace {

constexpr std::string_view first_line = "lamppost snapshot 3\n";
constexpr std::size_t hash_size = 16;

std::string bytes_of(const Hash128& hash) {
  std::string bytes;
  for (const std::uint64_t half : {hash.high, hash.low}) {
    for (unsigned shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(half >> shift);
  }
  return bytes;
}

}  // namespace

auto fields(Like<BlobPlace> auto& place) {
  auto& [offset, size, hash] = place;
  return std::tie(offset, size, hash);
}
auto fields(Like<RememberedFile> auto& remembered) {
  auto& [file, size, modified, inode, content, head, given, text, seen, links] = remembered;
  return std::tie(file, size, modified, inode, content, head, given, text, seen, links);
}
auto fields(Like<Snapshot> auto& snapshot) {
  auto& [program, inputs, site, frame, manifest, started, pages, texts, base_url, diagnostics,
         files] = snapshot;
  return std::tie(program, inputs, site, frame, manifest, started, pages, texts, base_url,
                  diagnostics, files);
}

const RememberedFile* Snapshot::find(std::string_view file) const {
  const auto found = std::ranges::lower_bound(files, file, {}, &RememberedFile::file);
  return found == files.end() || found->file != file ? nullptr : &*found;
}

bool Snapshot::is_unchanged(const RememberedFile& known, const SourceEntry& now) const {
  return known.size == now.size && known.modified == now.modified && known.inode == now.inode &&
         !is_recent(now.modified, started);
}

bool is_recent(std::int64_t modified, std::int64_t started) {
  constexpr std::int64_t second = 1'000'000'000;
  return modified / second >= started / second;
}

std::string to_bytes(const Snapshot& snapshot) {
  std::string bytes(first_line);
  bytes += bytes_of(snapshot.program);
  ByteWriter(bytes).write(snapshot);
  bytes += bytes_of(hash128(bytes));
  return bytes;
}

Snapshot snapshot_of(std::string_view bytes, const Hash128& program) {
  const std::string beginning = std::string(first_line) + bytes_of(program);
  if (bytes.size() < beginning.size() + hash_size || !bytes.starts_with(beginning)) return {};
  const std::string_view content = bytes.substr(0, bytes.size() - hash_size);
  if (bytes.substr(content.size()) != bytes_of(hash128(content))) return {};
  ByteReader in(content.substr(beginning.size()));
  Snapshot snapshot;
  in.read(snapshot);
  return in.is_whole() ? snapshot : Snapshot{};
}

}  // namespace lamppost
