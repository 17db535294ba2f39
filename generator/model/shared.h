#pragma once

#include <memory>
#include <utility>

namespace lamppost {

/// A value that several hold and nobody changes any more: a copy is another holder, not another
/// value. Never without one.
template <typename Value>
class Shared {
 public:
  Shared() : held_(empty()) {}
  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): it is the value
  Shared(Value value) : held_(std::make_shared<const Value>(std::move(value))) {}

  [[nodiscard]] const Value& operator*() const { return *held_; }
  [[nodiscard]] const Value* operator->() const { return held_.get(); }
  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): it is the value
  operator const Value&() const { return *held_; }

  friend bool operator==(const Shared& a, const Shared& b) {
    return a.held_ == b.held_ || *a == *b;
  }

 private:
  static const std::shared_ptr<const Value>& empty() {
    static const auto value = std::make_shared<const Value>();
    return value;
  }

  std::shared_ptr<const Value> held_;
};

}  // namespace lamppost
