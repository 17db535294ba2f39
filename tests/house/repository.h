#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lamppost::test {

/// The text of a file of this repository.
inline std::string repository_file(const std::string& path) {
  std::ifstream in(std::string(LAMPPOST_SOURCE_DIR "/") + path, std::ios::binary);
  if (!in) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files below a folder of this repository that end so, as paths below the folder, sorted.
inline std::vector<std::string> repository_files(const std::string& folder,
                                                 std::string_view ending) {
  namespace fs = std::filesystem;
  const fs::path top = fs::path(LAMPPOST_SOURCE_DIR) / folder;
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(top)) {
    std::string path = entry.path().lexically_relative(top).generic_string();
    if (entry.is_regular_file() && path.ends_with(ending)) files.push_back(std::move(path));
  }
  std::ranges::sort(files);
  return files;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What a file includes, without the quotes or brackets.
inline std::vector<std::string> includes_of(const std::string& text) {
  std::vector<std::string> includes;
  for (const std::string& line : lines_of(text)) {
    if (!line.starts_with("#include ") || line.size() < 12) continue;
    includes.push_back(line.substr(10, line.find_last_of(">\"") - 10));
  }
  return includes;
}

}  // namespace lamppost::test
