#include "write/parts.h"

#include <algorithm>
#include <memory>
#include <unistd.h>
#include <utility>

#include "write/raw_bytes.h"

namespace lamppost {
namespace {

constexpr std::string_view first_line_of_parts = "lamppost parts 1\n";

bool take_file(std::string_view& bytes, PartedFile& file) {
  const std::size_t end = bytes.find('\0');
  if (end == std::string_view::npos) return false;
  file.output_path = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  std::uint64_t count = 0;
  if (!take_raw(bytes, &file.content_hash) || !take_raw(bytes, &count)) return false;
  if (count > bytes.size() / sizeof(Part)) return false;
  file.parts.resize(count);
  return take_raw(bytes, file.parts.data(), count);
}

/// Reads ahead: parts mostly follow each other as they did.
class FormerFile {
 public:
  FormerFile(Descriptor file, std::vector<Part> parts)
      : file_(std::move(file)), parts_(std::move(parts)) {
    std::ranges::sort(parts_, {}, &Part::key);
  }

  bool append(const Hash128& key, std::string& bytes) {
    const auto part = std::ranges::lower_bound(parts_, key, {}, &Part::key);
    if (part == parts_.end() || part->key != key) return false;
    if (!is_in_buffer(*part)) fill_buffer(*part);
    if (!is_in_buffer(*part)) return false;
    bytes += std::string_view(buffer_).substr(part->offset - begin_, part->size);
    return true;
  }

 private:
  [[nodiscard]] bool is_in_buffer(const Part& part) const {
    return part.offset >= begin_ && part.size <= buffer_.size() &&
           part.offset - begin_ <= buffer_.size() - part.size;
  }

  void fill_buffer(const Part& part) {
    constexpr std::uint64_t ahead = 256UL * 1024;
    constexpr std::uint64_t largest = 64UL * 1024 * 1024;  // of a whole page as data, with room
    buffer_.resize(std::min(std::max(ahead, part.size), largest));
    begin_ = part.offset;
    const ssize_t count =
        ::pread(file_.number(), buffer_.data(), buffer_.size(), static_cast<off_t>(begin_));
    buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }

  Descriptor file_;
  std::vector<Part> parts_;  ///< by key
  std::string buffer_;       ///< of the file, from `begin_` on
  std::uint64_t begin_ = 0;
};

}  // namespace

std::string to_bytes(const std::vector<PartedFile>& files) {
  std::string body;
  for (const PartedFile& file : files) {
    (body += file.output_path) += '\0';
    append_raw(body, &file.content_hash);
    const std::uint64_t count = file.parts.size();
    append_raw(body, &count);
    append_raw(body, file.parts.data(), count);
  }
  std::string bytes(first_line_of_parts);
  const Hash128 checksum = hash128(body);
  append_raw(bytes, &checksum);
  bytes += body;
  return bytes;
}

std::vector<PartedFile> parted_files_of(std::string_view bytes) {
  if (!bytes.starts_with(first_line_of_parts)) return {};
  bytes.remove_prefix(first_line_of_parts.size());
  Hash128 checksum;
  if (!take_raw(bytes, &checksum) || hash128(bytes) != checksum) return {};
  std::vector<PartedFile> files;
  while (!bytes.empty()) {
    if (!take_file(bytes, files.emplace_back())) return {};
  }
  return files;
}

FormerParts former_parts(Descriptor file, std::vector<Part> parts) {
  // Shared because a std::function must be copyable.
  const auto former = std::make_shared<FormerFile>(std::move(file), std::move(parts));
  return [former](const Hash128& key, std::string& bytes) { return former->append(key, bytes); };
}

}  // namespace lamppost
