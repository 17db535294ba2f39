#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lamppost {

/// A whole number in groups of seven bits, the lowest first; the highest bit says that more follow
/// (LEB128; DWARF 5, 7.6).
inline void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>(number | 0x80U);
  out += static_cast<char>(number);
}

/// What `append_varint` wrote, taken from the beginning; false, and nothing is taken, where it is
/// none.
[[nodiscard]] inline bool take_varint(std::string_view& bytes, std::uint64_t& number) {
  constexpr std::size_t most_bytes = 10;
  number = 0;
  for (std::size_t i = 0; i < std::min(bytes.size(), most_bytes); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << (7 * i);
    if (byte >= 0x80) continue;
    bytes.remove_prefix(i + 1);
    return true;
  }
  return false;
}

}  // namespace lamppost
