#include "pipeline/channel.h"

#include <array>
#include <bit>
#include <cerrno>
#include <limits>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/types.h>
#include <utility>

#include "pipeline/bytes.h"

namespace lamppost {

constexpr FileRole last_of(FileRole /*type*/) { return FileRole::theme; }

auto fields(Like<SourceEntry> auto& entry) {
  auto& [file, path, role, slug, language, is_bundle, theme_root, size, modified, inode] = entry;
  return std::tie(file, path, role, slug, language, is_bundle, theme_root, size, modified, inode);
}
auto fields(Like<ParsedBytes> auto& bytes) {
  auto& [head, given, text] = bytes;
  return std::tie(head, given, text);
}

/// What is not sent can be made of what is.
auto fields(Like<SourceFile> auto& file) {
  auto& [entry, text] = file;
  return std::tie(entry, text.bytes);
}

namespace {

/// Before a message goes its size. Both sides are of one program, so this is in the machine's own
/// order of bytes.
using SizeBytes = std::array<char, sizeof(std::uint64_t)>;

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ::ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ::ssize_t count = ::recv(socket, bytes, size, MSG_WAITALL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool send_message(int socket, std::string_view message) {
  const auto size = std::bit_cast<SizeBytes>(static_cast<std::uint64_t>(message.size()));
  return send_all(socket, {size.data(), size.size()}) && send_all(socket, message);
}

std::optional<std::string> receive_message(int socket, std::uint64_t most) {
  SizeBytes size_bytes = {};
  if (!receive_all(socket, size_bytes.data(), size_bytes.size())) return std::nullopt;
  const auto size = std::bit_cast<std::uint64_t>(size_bytes);
  if (size > most) return std::nullopt;
  std::string message(size, '\0');
  if (!receive_all(socket, message.data(), message.size())) return std::nullopt;
  return message;
}

}  // namespace

bool send_pages(int socket, std::span<const SourceFile> pages) {
  std::string message;
  ByteWriter(message).write(pages);
  return send_message(socket, message);
}

std::optional<std::vector<SourceFile>> receive_pages(int socket) {
  const auto message = receive_message(socket, std::numeric_limits<std::uint32_t>::max());
  if (!message) return std::nullopt;
  ByteReader in(*message);
  std::vector<SourceFile> pages;
  in.read(pages);
  if (!in.is_whole()) return std::nullopt;
  for (SourceFile& page : pages) {
    page.text = make_source_text(page.entry.file, std::move(page.text.bytes));
  }
  return pages;
}

bool send_answers(int socket, const std::vector<ParsedBytes>& answers) {
  std::string message;
  ByteWriter(message).write(answers);
  return send_message(socket, message);
}

std::optional<std::vector<ParsedBytes>> receive_answers(int socket, std::uint64_t most) {
  const auto message = receive_message(socket, most);
  if (!message) return std::nullopt;
  ByteReader in(*message);
  std::vector<ParsedBytes> answers;
  in.read(answers);
  if (!in.is_whole()) return std::nullopt;
  return answers;
}

}  // namespace lamppost
