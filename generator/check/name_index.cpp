#include "check/name_index.h"

#include "diagnostics/suggest.h"

namespace lamppost {

void NameIndex::add(const std::string& folder, const std::string& name) {
  names_[folder].push_back(name);
  folders_[name].push_back(folder);
}

std::optional<std::string> NameIndex::nearest_in(const std::string& folder,
                                                 const std::string& written) {
  const std::vector<std::string>& names = names_in(folder);
  if (names.size() > comparisons_left_) return std::nullopt;
  comparisons_left_ -= names.size();
  return nearest(written, names);
}

std::vector<std::string> NameIndex::folders_with(const std::string& name) const {
  const auto found = folders_.find(name);
  return found == folders_.end() ? std::vector<std::string>{} : found->second;
}

const std::vector<std::string>& NameIndex::names_in(const std::string& folder) const {
  static const std::vector<std::string> none;
  const auto found = names_.find(folder);
  return found == names_.end() ? none : found->second;
}

}  // namespace lamppost
