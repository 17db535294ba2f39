#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"

namespace lamppost {

/// Questions to a table that `conform` has gone over; each gives what "not given" means where the
/// key is absent: an empty text or list, nothing, `false`.
[[nodiscard]] std::string text_of(const ValueMap& map, std::string_view key);
[[nodiscard]] Located<std::string> located_text_of(const ValueMap& map, std::string_view key);
[[nodiscard]] std::vector<Located<std::string>> texts_of(const ValueMap& map, std::string_view key);
[[nodiscard]] std::optional<std::int64_t> integer_of(const ValueMap& map, std::string_view key);
[[nodiscard]] std::optional<double> number_of(const ValueMap& map, std::string_view key);
[[nodiscard]] std::optional<Date> date_of(const ValueMap& map, std::string_view key);
[[nodiscard]] bool flag_of(const ValueMap& map, std::string_view key);
[[nodiscard]] const ValueMap& table_of(const ValueMap& map, std::string_view key);

}  // namespace lamppost
