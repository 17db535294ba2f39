#include "write/manifest.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "write/descriptor.h"
#include "write/memory_files.h"
#include "write/raw_bytes.h"

namespace lamppost {
namespace {

constexpr std::string_view first_line = "lamppost manifest 2\n";

bool is_before(const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; }

void write_durably(const std::string& file, const std::string& bytes) {
  constexpr mode_t all_that_umask_leaves = 0666;
  Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                        all_that_umask_leaves));
  if (!out.is_open()) fail_with(file, errno);
  write_all(out, bytes, file);
  // Renamed before its bytes are on the disk, it could be empty after a loss of power, and what
  // has gone stale would never be removed.
  if (::fsync(out.number()) != 0) fail_with(file, errno);
  if (const int error = out.close_now()) fail_with(file, error);
}

}  // namespace

Manifest::Manifest(std::vector<ManifestEntry> entries) {
  if (!std::ranges::is_sorted(entries, is_before)) std::ranges::sort(entries, is_before);
  std::size_t size = 0;
  for (const ManifestEntry& entry : entries) size += entry.path.size() + 1;
  paths_.reserve(size);
  begins_.reserve(entries.size());
  records_.reserve(entries.size());
  for (const ManifestEntry& entry : entries) {
    assert(begins_.empty() || path(begins_.size() - 1) != entry.path);
    begins_.push_back(paths_.size());
    (paths_ += entry.path) += '\0';
    records_.push_back(entry.record);
  }
}

std::string_view Manifest::path(std::size_t number) const {
  const std::size_t begin = begins_[number];
  const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : paths_.size();
  return std::string_view(paths_).substr(begin, end - begin - 1);
}

ManifestEntry Manifest::operator[](std::size_t number) const {
  return {path(number), records_[number]};
}

std::optional<std::size_t> Manifest::number_of(std::string_view path_wanted) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const int order = path(middle).compare(path_wanted);
    if (order == 0) return middle;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return std::nullopt;
}

std::string to_bytes(const Manifest& manifest) {
  const std::uint64_t count = manifest.size();
  const std::size_t place_of_checksum = first_line.size();
  const std::size_t body = place_of_checksum + sizeof(Hash128);
  std::string bytes(first_line);
  bytes.reserve(body + sizeof count + count * sizeof(FileRecord) + manifest.paths_.size());
  bytes.resize(body);
  append_raw(bytes, &count);
  append_raw(bytes, manifest.records_.data(), count);
  bytes += manifest.paths_;
  const Hash128 checksum = hash128(std::string_view(bytes).substr(body));
  std::memcpy(&bytes[place_of_checksum], &checksum, sizeof checksum);
  return bytes;
}

Manifest manifest_of(std::string_view bytes) {
  if (!bytes.starts_with(first_line)) return {};
  bytes.remove_prefix(first_line.size());
  Hash128 checksum;
  if (!take_raw(bytes, &checksum) || hash128(bytes) != checksum) return {};
  std::uint64_t count = 0;
  if (!take_raw(bytes, &count) || count > bytes.size() / sizeof(FileRecord)) return {};
  Manifest manifest;
  manifest.records_.resize(count);
  if (!take_raw(bytes, manifest.records_.data(), count)) return {};
  manifest.paths_ = bytes;
  manifest.begins_.reserve(count);
  for (std::size_t begin = 0; begin < bytes.size();) {
    manifest.begins_.push_back(begin);
    begin = std::min(bytes.find('\0', begin), bytes.size()) + 1;
  }
  if (manifest.begins_.size() != count || !(bytes.empty() || bytes.back() == '\0')) return {};
  return manifest;
}

Manifest read_manifest(const std::string& file) {
  const auto bytes = bytes_if_there(file);
  return bytes ? manifest_of(*bytes) : Manifest();
}

void write_manifest(const std::string& file, const Manifest& manifest) {
  const std::string unfinished = unfinished_manifest(file);
  try {
    write_durably(unfinished, to_bytes(manifest));
    if (std::rename(unfinished.c_str(), file.c_str()) != 0) fail_with(file, errno);
  } catch (const MachineError&) {
    ::unlink(unfinished.c_str());
    throw;
  }
}

std::string unfinished_manifest(const std::string& file) { return file + ".new"; }

}  // namespace lamppost
