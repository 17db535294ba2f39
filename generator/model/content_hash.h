#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lamppost {

/// 128 bits that tell contents apart, no more (not against an attacker).
struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

/// 128-bit XXH3 of the bytes.
[[nodiscard]] Hash128 hash128(std::string_view bytes);

/// The same of bytes that come in pieces: of a file too large to be held whole.
class PiecewiseHash {
 public:
  PiecewiseHash();
  void add(std::string_view bytes);
  [[nodiscard]] Hash128 value() const;

 private:
  struct Free {
    void operator()(void* state) const;
  };
  std::unique_ptr<void, Free> state_;  ///< xxHash's own
};

/// Stands for a hash that is not known.
inline constexpr Hash128 no_hash{};

/// One hash of two, whose order counts.
[[nodiscard]] Hash128 combined(const Hash128& first, const Hash128& second);

/// A hash as 32 lower-case hexadecimal digits, the highest first.
[[nodiscard]] std::string hex_of(const Hash128& hash);

/// `hash128` as 32 lower-case hexadecimal digits, the highest first.
[[nodiscard]] std::string content_hash(std::string_view bytes);

/// The Subresource Integrity value of the bytes: `sha512-` and base64 (W3C SRI).
[[nodiscard]] std::string integrity_of(std::string_view bytes);

}  // namespace lamppost
