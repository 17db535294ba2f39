#include "data/csv_cell.h"

namespace lamppost {
namespace {

/// Whether a spreadsheet would run it, were it not for apostrophes before it.
bool is_risky(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r\n").find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",;\t\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_text_cell(std::string_view text) {
  return csv_cell(is_risky(text) ? "'" + std::string(text) : std::string(text));
}

std::string_view without_csv_guard(std::string_view text) {
  return text.starts_with('\'') && is_risky(text) ? text.substr(1) : text;
}

void add_csv_line(std::string& csv, std::span<const std::string> cells) {
  bool is_first = true;
  for (const std::string& cell : cells) {
    if (!is_first) csv += ',';
    is_first = false;
    csv += cell;
  }
  csv += "\r\n";
}

}  // namespace lamppost
