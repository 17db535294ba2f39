#include "support/case_file.h"

#include <algorithm>

namespace lamppost::test {
namespace {

constexpr std::string_view opening = "-- ";
constexpr std::string_view closing = " --";

std::string_view section_name(std::string_view line) {
  if (!line.starts_with(opening) || !line.ends_with(closing)) return {};
  if (line.size() <= opening.size() + closing.size()) return {};
  return line.substr(opening.size(), line.size() - opening.size() - closing.size());
}

}  // namespace

const std::string* CaseFile::find(std::string_view name) const {
  const auto found = std::ranges::find(sections, name, &Section::name);
  return found == sections.end() ? nullptr : &found->bytes;
}

void CaseFile::set(std::string_view name, std::string bytes) {
  const auto found = std::ranges::find(sections, name, &Section::name);
  if (found != sections.end()) {
    found->bytes = std::move(bytes);
  } else {
    sections.push_back({std::string(name), std::move(bytes)});
  }
}

CaseFile parse_case(std::string_view text) {
  CaseFile file;
  std::string* current = &file.about;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const std::string_view name =
        section_name(line.substr(0, line.size() - (line.ends_with('\n') ? 1 : 0)));
    if (name.empty()) {
      current->append(line);
    } else {
      file.sections.push_back({std::string(name), {}});
      current = &file.sections.back().bytes;
    }
  }
  return file;
}

std::string format_case(const CaseFile& file) {
  std::string text = file.about;
  for (const Section& section : file.sections) {
    text.append(opening).append(section.name).append(closing).append("\n").append(section.bytes);
    if (!section.bytes.empty() && !section.bytes.ends_with('\n')) text += '\n';
  }
  return text;
}

}  // namespace lamppost::test
