#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/content_hash.h"

namespace lamppost {

/// Takes the bytes of a file one piece after the other, in order.
using PieceTaker = std::function<void(std::string_view piece)>;

/// A part of a file that depends on nothing but what its key is the hash of.
struct Part {
  Hash128 key;
  std::uint64_t offset = 0;  ///< bytes from the file's beginning
  std::uint64_t size = 0;    ///< bytes

  friend bool operator==(const Part&, const Part&) = default;
};

/// Appends to `bytes` the part of that key as a former run wrote it; false where it has none.
using FormerParts = std::function<bool(const Hash128& key, std::string& bytes)>;

/// Where a file too large to be held whole is written: what has come together is passed on.
class Pieces {
 public:
  explicit Pieces(PieceTaker take, FormerParts former = {})
      : take_(std::move(take)), former_(std::move(former)) {}

  /// To write at the end of.
  [[nodiscard]] std::string& end() { return bytes_; }

  /// A part: taken over from the former run, else made by `make`, which writes at the end. With
  /// `no_hash` it is not known what it depends on, and nothing is remembered.
  template <typename Make>
  void part(const Hash128& key, const Make& make) {
    const std::size_t begin = bytes_.size();
    const bool is_known = key != no_hash;
    if (!is_known || !former_ || !former_(key, bytes_)) make();
    if (is_known) parts_.push_back({key, passed_on_ + begin, bytes_.size() - begin});
    between_parts();
  }

  /// Between two parts of a file: passes on what is enough to be worth it.
  void between_parts() {
    constexpr std::size_t worth_it = 64UL * 1024;
    if (bytes_.size() >= worth_it) pass_on();
  }

  /// After the last part.
  void pass_on() {
    take_(bytes_);
    passed_on_ += bytes_.size();
    bytes_.clear();
  }

  /// The parts so far, as they lie in the file.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }

 private:
  PieceTaker take_;
  FormerParts former_;
  std::string bytes_;
  std::uint64_t passed_on_ = 0;
  std::vector<Part> parts_;
};

}  // namespace lamppost
