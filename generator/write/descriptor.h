#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lamppost {

/// An open file or folder, closed when it goes. Not open by default.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  /// Gives the number away: whoever takes it closes it.
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

  /// Closes it now and gives what `close` says: some file systems tell only then that a disk is
  /// full. 0 or an errno.
  [[nodiscard]] int close_now();

 private:
  int number_ = -1;
};

/// The mode of files that are nobody's business but ours.
inline constexpr unsigned for_its_owner = 0600;

/// A system call failed: throws MachineError with the path and the system's words for `error`.
[[noreturn]] void fail_with(const std::string& path, int error);

/// Opens a file to read. Throws MachineError.
[[nodiscard]] Descriptor open_to_read(const std::string& path);

/// The next bytes, at most `most`; 0 at the end. `shown` names the file in a MachineError.
[[nodiscard]] std::size_t read_some(const Descriptor& file, char* to, std::size_t most,
                                    const std::string& shown);

/// Writes all the bytes. `shown` names the file in a MachineError.
void write_all(const Descriptor& file, std::string_view bytes, const std::string& shown);

}  // namespace lamppost
