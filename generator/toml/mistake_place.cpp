#include "toml/mistake_place.h"

#include <algorithm>

namespace lamppost {

bool is_toml_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

MistakePlace::MistakePlace(const SourceText& text, Span region, std::uint32_t at,
                           std::string_view complaint)
    : bytes(std::string_view(text.bytes).substr(0, region.end)),
      area(region),
      said(complaint),
      stop(std::min(at, region.end)),
      scan(scan_toml(text.bytes, region, stop)) {}

bool MistakePlace::complains(std::string_view words) const {
  return said.find(words) != std::string_view::npos;
}

std::uint32_t MistakePlace::character_end(std::uint32_t at) const {
  auto end = std::min<std::size_t>(at + 1, bytes.size());
  while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) ++end;
  return static_cast<std::uint32_t>(std::max<std::size_t>(end, at));
}

std::uint32_t MistakePlace::line_begin(std::uint32_t at) const {
  const auto before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
  return std::max(area.begin,
                  before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1));
}

std::uint32_t MistakePlace::line_end(std::uint32_t at) const {
  auto end = static_cast<std::uint32_t>(std::min(bytes.find('\n', at), bytes.size()));
  while (end > at && is_toml_blank(bytes[end - 1])) --end;
  return end;
}

bool MistakePlace::at_line_end() const { return stop >= line_end(stop); }

std::string_view MistakePlace::slice(std::uint32_t begin, std::uint32_t end) const {
  return bytes.substr(begin, end - std::min(begin, end));
}

std::uint32_t MistakePlace::statement() const {
  return scan.statements.empty() ? area.begin : scan.statements.back();
}

Span MistakePlace::value() const {
  const auto begin = std::min(scan.value, stop);
  auto end = line_end(begin);
  const auto comment = slice(begin, end).find(" #");
  if (comment != std::string_view::npos) end = begin + static_cast<std::uint32_t>(comment);
  while (end > begin && is_toml_blank(bytes[end - 1])) --end;
  return {begin, end};
}

}  // namespace lamppost
