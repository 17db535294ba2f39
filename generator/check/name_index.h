#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lamppost {

/// Names by the folder they stand in, to find the one that was meant. A hostile page can hold
/// thousands of wrong names: after a fixed amount of comparing there are no more suggestions.
class NameIndex {
 public:
  /// Names of one folder are added in the order in which ties are decided.
  void add(const std::string& folder, const std::string& name);

  /// The name of that folder a person most likely meant.
  [[nodiscard]] std::optional<std::string> nearest_in(const std::string& folder,
                                                      const std::string& written);

  /// The folders in which a name stands exactly so.
  [[nodiscard]] std::vector<std::string> folders_with(const std::string& name) const;

  /// All names of a folder.
  [[nodiscard]] const std::vector<std::string>& names_in(const std::string& folder) const;

 private:
  std::map<std::string, std::vector<std::string>> names_;
  std::map<std::string, std::vector<std::string>> folders_;  ///< by name
  std::size_t comparisons_left_ = 1'000'000;
};

}  // namespace lamppost
