#include "model/content_hash.h"

#include <array>
#include <sodium.h>
#include <xxhash.h>

namespace lamppost {

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;  // big-endian on every machine
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hash;
  hash.reserve(2 * sizeof canonical.digest);
  for (const unsigned char byte : canonical.digest) {
    hash += digits[byte >> 4U];
    hash += digits[byte & 15U];
  }
  return hash;
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
