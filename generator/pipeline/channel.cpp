#include "pipeline/channel.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "pipeline/bytes.h"

namespace lamppost {

constexpr FileRole last_of(FileRole /*type*/) { return FileRole::theme; }

auto fields(Like<SourceEntry> auto& entry) {
  auto& [file, path, role, slug, language, is_bundle, theme_root, size, modified, inode] = entry;
  return std::tie(file, path, role, slug, language, is_bundle, theme_root, size, modified, inode);
}

namespace {

/// A message has two parts; before them go their sizes. Both sides are of one program, so these are
/// in the machine's own order of bytes.
using Sizes = std::array<std::uint64_t, 2>;

/// What is still to be sent, or room that is still to be filled.
using Pieces = std::array<::iovec, 3>;

::iovec piece(const void* begin, std::size_t size) {
  // The system's type is for both directions; what is sent is not written to.
  return {const_cast<void*>(begin), size};
}

/// Takes away as many bytes from the front; says whether any are left.
bool take_away(Pieces& pieces, std::size_t count) {
  bool is_left = false;
  for (::iovec& piece : pieces) {
    const std::size_t taken = std::min(count, piece.iov_len);
    piece.iov_base = static_cast<char*>(piece.iov_base) + taken;
    piece.iov_len -= taken;
    count -= taken;
    is_left = is_left || piece.iov_len > 0;
  }
  return is_left;
}

/// Calls `::sendmsg` or `::recvmsg` until all pieces are through.
template <typename Transfer>
bool transfer_all(Pieces pieces, Transfer transfer) {
  while (take_away(pieces, 0)) {
    ::msghdr message = {};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    const ::ssize_t count = transfer(message);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    take_away(pieces, static_cast<std::size_t>(count));
  }
  return true;
}

bool send_parts(int socket, std::string_view first, std::string_view second) {
  const Sizes sizes = {first.size(), second.size()};
  const Pieces pieces = {piece(sizes.data(), sizeof(sizes)), piece(first.data(), first.size()),
                         piece(second.data(), second.size())};
  return transfer_all(pieces, [socket](const ::msghdr& message) {
    return ::sendmsg(socket, &message, MSG_NOSIGNAL);
  });
}

bool receive_parts(int socket, std::string& first, std::string& second, std::uint64_t most) {
  const auto receive = [socket](::msghdr& message) { return ::recvmsg(socket, &message, 0); };
  Sizes sizes = {};
  if (!transfer_all({piece(sizes.data(), sizeof(sizes))}, receive)) return false;
  if (sizes[0] > most || sizes[1] > most - sizes[0]) return false;
  first.resize(sizes[0]);
  second.resize(sizes[1]);
  return transfer_all({piece(first.data(), first.size()), piece(second.data(), second.size())},
                      receive);
}

}  // namespace

bool send_page(int socket, const SourceFile& page) {
  std::string entry;
  ByteWriter(entry).write(page.entry);
  return send_parts(socket, entry, page.text.bytes);
}

std::optional<SourceFile> receive_page(int socket) {
  SourceFile page;
  std::string entry;
  std::string bytes;
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  if (!receive_parts(socket, entry, bytes, most)) return std::nullopt;
  ByteReader in(entry);
  in.read(page.entry);
  if (!in.is_whole()) return std::nullopt;
  page.text = make_source_text(page.entry.file, std::move(bytes));
  return page;
}

bool send_answer(int socket, const ParsedBytes& answer) {
  return send_parts(socket, answer.head, answer.text);
}

std::optional<ParsedBytes> receive_answer(int socket, std::uint64_t most) {
  ParsedBytes answer;
  if (!receive_parts(socket, answer.head, answer.text, most)) return std::nullopt;
  return answer;
}

}  // namespace lamppost
