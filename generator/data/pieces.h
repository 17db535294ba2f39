#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace lamppost {

/// Takes the bytes of a file one piece after the other, in order.
using PieceTaker = std::function<void(std::string_view piece)>;

/// Where a file too large to be held whole is written: what has come together is passed on.
class Pieces {
 public:
  explicit Pieces(const PieceTaker& take) : take_(take) {}

  /// To write at the end of.
  [[nodiscard]] std::string& end() { return bytes_; }

  /// Between two parts of a file: passes on what is enough to be worth it.
  void between_parts() {
    constexpr std::size_t worth_it = 64UL * 1024;
    if (bytes_.size() >= worth_it) pass_on();
  }

  /// After the last part.
  void pass_on() {
    take_(bytes_);
    bytes_.clear();
  }

 private:
  const PieceTaker& take_;
  std::string bytes_;
};

}  // namespace lamppost
