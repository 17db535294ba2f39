#pragma once

#include <string>
#include <string_view>

namespace lamppost::test {

/// A new folder that is removed with everything in it when the object goes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Writes a file below the folder, and the folders it needs.
  void write(std::string_view name, std::string_view bytes) const;

  /// The bytes of a file below the folder; fails the test where there is none.
  [[nodiscard]] std::string read(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view name) const;

 private:
  std::string path_;
};

}  // namespace lamppost::test
