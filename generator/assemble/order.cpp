#include "assemble/order.h"

#include <algorithm>
#include <numeric>

namespace lamppost {

std::vector<std::uint32_t> ids_by_title(const std::vector<OrderPlace>& places) {
  std::vector<std::uint32_t> ids(places.size());
  std::iota(ids.begin(), ids.end(), 0U);
  std::stable_sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
    return places[a].sort_key < places[b].sort_key;
  });
  return ids;
}

std::vector<std::uint32_t> ids_by_weight(const std::vector<OrderPlace>& places) {
  std::vector<std::uint32_t> ids = ids_by_title(places);
  std::stable_sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& left = places[a].weight;
    const auto& right = places[b].weight;
    if (!left || !right) return left.has_value() && !right.has_value();
    return *left < *right;
  });
  return ids;
}

}  // namespace lamppost
