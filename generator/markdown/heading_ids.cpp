#include "markdown/heading_ids.h"

#include <algorithm>
#include <array>

#include "model/language.h"

namespace lamppost {
namespace {

std::string wanted_id(std::string_view text) {
  constexpr std::array<std::string_view, 3> reserved = {"fn-", "fnref-", "lp-"};
  std::string id = heading_id(text);
  if (id.empty()) return "section";
  const bool is_reserved = std::any_of(
      reserved.begin(), reserved.end(),
      [&id](std::string_view prefix) { return id.compare(0, prefix.size(), prefix) == 0; });
  return is_reserved ? "section-" + id : id;
}

}  // namespace

std::string HeadingIds::next(std::string_view text) {
  const std::string wanted = wanted_id(text);
  std::string id = wanted;
  while (!taken_.insert(id).second) {
    id = wanted + '-' + std::to_string(++repetitions_[wanted]);
  }
  return id;
}

}  // namespace lamppost
