#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// 128-bit XXH3 of the bytes as 32 lower-case hexadecimal digits: tells contents apart, no more
/// (not against an attacker).
[[nodiscard]] std::string content_hash(std::string_view bytes);

/// The Subresource Integrity value of the bytes: `sha512-` and base64 (W3C SRI).
[[nodiscard]] std::string integrity_of(std::string_view bytes);

}  // namespace lamppost
