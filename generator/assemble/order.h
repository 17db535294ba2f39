#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lamppost {

/// Something to be put in order; its index is its id, and ids follow the slugs.
struct OrderPlace {
  std::optional<std::int64_t> weight;
  std::string sort_key;  ///< of its title, from `Language::sort_key`
};

/// The ids by title, then slug.
[[nodiscard]] std::vector<std::uint32_t> ids_by_title(const std::vector<OrderPlace>& places);

/// The ids by weight, then title, then slug. What has no weight comes after what has one.
[[nodiscard]] std::vector<std::uint32_t> ids_by_weight(const std::vector<OrderPlace>& places);

}  // namespace lamppost
