#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace lamppost::test {

/// Files by path, with their bytes.
using Files = std::map<std::string, std::string>;

/// Every regular file below a folder; none where the folder is not there.
inline Files files_below(const std::string& top) {
  namespace fs = std::filesystem;
  Files files;
  if (!fs::exists(top)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(top)) {
    if (entry.is_symlink() || !entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(top).generic_string()] = {
        std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

}  // namespace lamppost::test
