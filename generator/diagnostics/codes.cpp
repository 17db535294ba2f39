#include "diagnostics/codes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "diagnostics/codes_of_pages.h"
#include "diagnostics/codes_of_sites.h"

namespace lamppost {

namespace {

constexpr std::size_t code_count = static_cast<std::size_t>(last_code) + 1;

constexpr auto table = [] {
  std::array<CodeInfo, codes_of_pages.size() + codes_of_sites.size()> joined{};
  const auto rest = std::ranges::copy(codes_of_pages, joined.begin()).out;
  std::ranges::copy(codes_of_sites, rest);
  return joined;
}();

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].code != static_cast<Code>(i)) return false;
  }
  return true;
}

static_assert(table.size() == code_count, "each code has a line in the table");
static_assert(is_in_order(), "the table is in the order of the enumeration");

}  // namespace

std::span<const CodeInfo> codes() { return table; }

const CodeInfo& info(Code code) { return table[static_cast<std::size_t>(code)]; }

std::optional<Code> code_named(std::string_view name) {
  const auto found = std::ranges::find(table, name, &CodeInfo::name);
  return found == table.end() ? std::nullopt : std::optional(found->code);
}

}  // namespace lamppost
