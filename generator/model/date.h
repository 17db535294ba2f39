#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lamppost {

/// A calendar day, without time or zone.
using Date = std::chrono::year_month_day;

/// Reads `2026-11-22` (RFC 3339 full-date); nothing else is a date, nor is a day that doesn't
/// exist.
[[nodiscard]] std::optional<Date> date_from(std::string_view text);

/// Writes a date as `2026-11-22`.
[[nodiscard]] std::string iso_date(Date date);

}  // namespace lamppost
