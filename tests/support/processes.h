#pragma once

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/types.h>
#include <vector>

namespace lamppost::test {

/// The process that started a process, and 0 where there is none of that number or it has ended.
/// (`/proc/<id>/stat` is: id, name in parentheses, state, parent …)
inline ::pid_t parent_of(const std::string& id) {
  std::ifstream in("/proc/" + id + "/stat");
  const std::string stat{std::istreambuf_iterator<char>(in), {}};
  const std::size_t name_end = stat.rfind(')');
  if (name_end == std::string::npos || stat.size() < name_end + 5) return 0;
  if (stat[name_end + 2] == 'Z') return 0;
  ::pid_t parent = 0;
  std::from_chars(stat.data() + name_end + 4, stat.data() + stat.size(), parent);
  return parent;
}

/// The processes that a process has started and that have not ended.
inline std::vector<::pid_t> children_of(::pid_t parent) {
  std::vector<::pid_t> children;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string id = entry.path().filename().string();
    if (id.find_first_not_of("0123456789") == std::string::npos && parent_of(id) == parent) {
      children.push_back(std::stoi(id));
    }
  }
  return children;
}

}  // namespace lamppost::test
