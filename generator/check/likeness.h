#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lamppost {

/// What is left of a title where capitals, accents, signs, plurals and small words don't count:
/// `The Humble Lamp-Posts` as `humblelamppost`. Digits stay: `Phase 1` is not `Phase 2`.
[[nodiscard]] std::string title_key(std::string_view title);

/// An address without what leads to the same page: scheme, `www.`, the case of the host, the slash
/// at the end, a fragment.
[[nodiscard]] std::string website_key(std::string_view url);

/// Words that make no title another one.
[[nodiscard]] std::span<const std::string_view> small_words();

}  // namespace lamppost
