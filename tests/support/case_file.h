#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lamppost::test {

/// One file of a golden case: a name and its bytes.
struct Section {
  std::string name;
  std::string bytes;
};

/// A golden case: one text file that holds a whole small site, the command and what comes of it.
/// Text before the first section says what the case shows. A section begins with a line
/// `-- name --`; a name that begins with `expect ` is not part of the site.
struct CaseFile {
  std::string about;
  std::vector<Section> sections;

  [[nodiscard]] const std::string* find(std::string_view name) const;
  void set(std::string_view name, std::string bytes);
};

[[nodiscard]] CaseFile parse_case(std::string_view text);
[[nodiscard]] std::string format_case(const CaseFile& file);

}  // namespace lamppost::test
