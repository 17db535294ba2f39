#include "model/content_hash.h"

#include <array>
#include <bit>
#include <cstdint>
#include <new>
#include <sodium.h>
#include <xxhash.h>

namespace lamppost {

Hash128 hash128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

void PiecewiseHash::Free::operator()(void* state) const {
  XXH3_freeState(static_cast<XXH3_state_t*>(state));
}

PiecewiseHash::PiecewiseHash() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(static_cast<XXH3_state_t*>(state_.get()));
}

void PiecewiseHash::add(std::string_view bytes) {
  XXH3_128bits_update(static_cast<XXH3_state_t*>(state_.get()), bytes.data(), bytes.size());
}

Hash128 PiecewiseHash::value() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(static_cast<const XXH3_state_t*>(state_.get()));
  return {hash.high64, hash.low64};
}

Hash128 combined(const Hash128& first, const Hash128& second) {
  std::array<std::uint64_t, 4> halves = {first.high, first.low, second.high, second.low};
  if constexpr (std::endian::native == std::endian::big) {
    for (std::uint64_t& half : halves) half = __builtin_bswap64(half);  // the same on every machine
  }
  return hash128({reinterpret_cast<const char*>(halves.data()), sizeof halves});
}

std::string content_hash(std::string_view bytes) { return hex_of(hash128(bytes)); }

std::string hex_of(const Hash128& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint64_t half : {hash.high, hash.low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(half >> shift) & 15U];
  }
  return text;
}

std::string integrity_of(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha512_BYTES> digest{};
  crypto_hash_sha512(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  std::array<char,
             sodium_base64_ENCODED_LEN(crypto_hash_sha512_BYTES, sodium_base64_VARIANT_ORIGINAL)>
      base64{};
  sodium_bin2base64(base64.data(), base64.size(), digest.data(), digest.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  return std::string("sha512-") + base64.data();
}

}  // namespace lamppost
