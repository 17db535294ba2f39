#include "data/search_lists.h"

#include <bit>
#include <numeric>

#include "model/varint.h"

namespace lamppost {
namespace {

std::string as_distances(std::span<const std::uint32_t> ids) {
  std::string bytes;
  std::uint32_t next = 0;
  for (const std::uint32_t id : ids) {
    append_varint(bytes, id - next);
    next = id + 1;
  }
  return bytes;
}

std::string as_bitmap(std::span<const std::uint32_t> ids) {
  std::string bytes(ids.back() / 8 + 1, '\0');
  for (const std::uint32_t id : ids) {
    const auto byte = static_cast<unsigned char>(bytes[id / 8]);
    bytes[id / 8] = static_cast<char>(byte | (1U << (id % 8)));
  }
  return bytes;
}

bool take_distances(std::string_view bytes, std::size_t end, std::vector<std::uint32_t>& ids) {
  std::uint64_t next = 0;
  while (!bytes.empty()) {
    std::uint64_t distance = 0;
    if (!take_varint(bytes, distance) || distance >= end || next + distance >= end) return false;
    ids.push_back(static_cast<std::uint32_t>(next + distance));
    next += distance + 1;
  }
  return true;
}

bool take_bitmap(std::string_view bytes, std::size_t end, std::vector<std::uint32_t>& ids) {
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (auto bits = static_cast<unsigned char>(bytes[place]); bits != 0;
         bits = static_cast<unsigned char>(bits & (bits - 1U))) {
      const std::size_t id = 8 * place + static_cast<std::size_t>(std::countr_zero(bits));
      if (id >= end) return false;
      ids.push_back(static_cast<std::uint32_t>(id));
    }
  }
  return true;
}

}  // namespace

void append_id_list(std::string& out, std::span<const std::uint32_t> ids) {
  if (ids.empty()) {
    out += '\0';
    return;
  }
  // A distance takes a byte at least.
  const bool may_be_bitmap = ids.size() > ids.back() / 8;
  std::string bytes = as_distances(ids);
  const bool is_bitmap = may_be_bitmap && bytes.size() > ids.back() / 8 + 1;
  if (is_bitmap) bytes = as_bitmap(ids);
  append_varint(out, 2 * bytes.size() + (is_bitmap ? 1 : 0));
  out += bytes;
}

bool take_id_list(std::string_view& bytes, std::size_t end, std::vector<std::uint32_t>& ids) {
  std::uint64_t head = 0;
  if (!take_varint(bytes, head) || head / 2 > bytes.size()) return false;
  const std::string_view list = bytes.substr(0, head / 2);
  bytes.remove_prefix(list.size());
  return head % 2 == 1 ? take_bitmap(list, end, ids) : take_distances(list, end, ids);
}

std::vector<std::size_t> even_runs(std::span<const std::size_t> sizes, std::size_t count) {
  std::vector<std::size_t> begins;
  std::size_t rest = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  for (std::size_t i = 0; i < sizes.size() && begins.size() < count;) {
    const std::size_t runs_left = count - begins.size();
    const std::size_t wanted = rest / runs_left;
    begins.push_back(i);
    std::size_t size = 0;
    do {
      size += sizes[i++];
    } while (i < sizes.size() && (runs_left == 1 || 2 * size + sizes[i] <= 2 * wanted));
    rest -= size;
  }
  return begins;
}

}  // namespace lamppost
