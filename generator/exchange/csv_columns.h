#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "exchange/page_record.h"

namespace lamppost {

// What reading and writing tables of pages have in common.

/// Columns that no front matter has.
inline constexpr std::array<std::string_view, 5> own_columns = {kind_key, slug_key, language_key,
                                                                bundle_key, body_key};
/// The kinds of page that a table may hold.
inline constexpr std::array<FileRole, 4> exchanged_roles = {FileRole::initiative, FileRole::cluster,
                                                            FileRole::free_page, FileRole::home};

[[nodiscard]] inline bool is_one_of(std::string_view name, const auto& names) {
  return std::ranges::find(names, name) != names.end();
}

/// Without white space around it.
[[nodiscard]] inline std::string_view without_space(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace lamppost
