#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace lamppost {

/// The machine failed: a folder is missing, a file can't be read, a disk is full.
/// Thrown in `read`, `write`, `scaffold`, `serve`, `pipeline/workers`; caught in `main.cpp`,
/// `serve`.
class MachineError : public std::runtime_error {
 public:
  /// `path` is what could not be used, `reason` the system's own words.
  MachineError(std::string path, const std::string& reason)
      : std::runtime_error(path + ": " + reason), path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace lamppost
