#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace lamppost {

/// What goes to a file of lamppost's own just as it lies in memory: the machine that wrote it reads
/// it, and another sees by the checksum or the sizes that it can't.
template <typename Value>
concept Raw = std::has_unique_object_representations_v<Value>;

template <Raw Value>
void append_raw(std::string& bytes, const Value* values, std::size_t count = 1) {
  bytes.append(reinterpret_cast<const char*>(values), count * sizeof(Value));
}

/// Takes values from the front; false where there are too few bytes.
template <Raw Value>
[[nodiscard]] bool take_raw(std::string_view& bytes, Value* values, std::size_t count = 1) {
  if (count > bytes.size() / sizeof(Value)) return false;
  if (count > 0) std::memcpy(values, bytes.data(), count * sizeof(Value));
  bytes.remove_prefix(count * sizeof(Value));
  return true;
}

}  // namespace lamppost
