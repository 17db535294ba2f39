#pragma once

#include <memory>
#include <utility>

namespace lamppost {

/// A value that lies in a place of its own and has one holder, who may change it: where holders are
/// moved about, the value stays. A copy is another value. Without one only when moved from.
template <typename Value>
class Boxed {
 public:
  Boxed() : held_(std::make_shared<Value>()) {}
  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): it is the value
  Boxed(Value value) : held_(std::make_shared<Value>(std::move(value))) {}
  Boxed(const Boxed& other) : held_(std::make_shared<Value>(*other)) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    held_ = Boxed(other).held_;
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  [[nodiscard]] Value& operator*() { return *held_; }
  [[nodiscard]] const Value& operator*() const { return *held_; }
  [[nodiscard]] Value* operator->() { return held_.get(); }
  [[nodiscard]] const Value* operator->() const { return held_.get(); }

  friend bool operator==(const Boxed& a, const Boxed& b) { return *a == *b; }

 private:
  template <typename Same>
  friend class Shared;

  std::shared_ptr<Value> held_;
};

/// A value that several hold and nobody changes any more: a copy is another holder, not another
/// value. Never without one.
template <typename Value>
class Shared {
 public:
  Shared() : held_(empty()) {}
  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): it is the value
  Shared(Value value) : held_(std::make_shared<const Value>(std::move(value))) {}
  /// Takes the value over where it lies.
  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): it is the value
  Shared(Boxed<Value> value) : held_(std::move(value.held_)) {}

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
