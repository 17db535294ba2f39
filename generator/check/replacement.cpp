#include "check/replacement.h"

namespace lamppost {

std::optional<Fix> replacement(const Located<std::string>& name, const std::string& text) {
  const std::size_t size = name.where.size();
  if (size == name.value.size()) return Fix{name.where, text};
  if (size == name.value.size() + 2) return Fix{name.where, '"' + text + '"'};
  return std::nullopt;
}

}  // namespace lamppost
