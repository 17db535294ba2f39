#pragma once

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/date.h"
#include "model/shared.h"
#include "model/value.h"
#include "model/varint.h"

namespace lamppost {

// Values as bytes and back; the format is in README.md here. A struct takes part by a function
// `fields` beside it, which names its fields in the order they are written.

/// Constrains `fields` to one struct, const or not.
template <typename T, typename Struct>
concept Like = std::same_as<std::remove_const_t<T>, Struct>;

/// The fields of each struct: a binding must name them all, so none can be forgotten.
auto fields(Like<Span> auto& span) {
  auto& [begin, end] = span;
  return std::tie(begin, end);
}
auto fields(Like<Located<std::string>> auto& located) {
  auto& [value, where] = located;
  return std::tie(value, where);
}
auto fields(Like<Unread> auto& /*none*/) { return std::tie(); }
auto fields(Like<Value> auto& value) {
  auto& [data, where] = value;
  return std::tie(data, where);
}
auto fields(Like<Field> auto& field) {
  auto& [key, key_where, value] = field;
  return std::tie(key, key_where, value);
}

constexpr Code last_of(Code /*type*/) { return last_code; }

auto fields(Like<Fix> auto& fix) {
  auto& [where, text] = fix;
  return std::tie(where, text);
}
auto fields(Like<Note> auto& note) {
  auto& [message, file, where] = note;
  return std::tie(message, file, where);
}
auto fields(Like<Diagnostic> auto& diagnostic) {
  auto& [code, file, where, message, help, fix, notes, has_place, is_certain] = diagnostic;
  return std::tie(code, file, where, message, help, fix, notes, has_place, is_certain);
}
auto fields(Like<Hash128> auto& hash) {
  auto& [high, low] = hash;
  return std::tie(high, low);
}

/// Whether it is written where in a file a value stands. What is hashed to be compared leaves it
/// out: an edit moves all that follows it.
enum class Places : std::uint8_t { kept, left_out };

/// Appends values to bytes.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& bytes, Places places = Places::kept)
      : bytes_(bytes), places_(places) {}

  template <typename... T>
  void write(const T&... values) {
    (one(values), ...);
  }

 private:
  void number(std::uint64_t value) { append_varint(bytes_, value); }

  void one(std::unsigned_integral auto value) { number(value); }
  void one(std::signed_integral auto value) {
    const std::int64_t wide = value;  // small numbers of either sign become small ones
    number((static_cast<std::uint64_t>(wide) << 1U) ^ static_cast<std::uint64_t>(wide >> 63U));
  }
  void one(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift);
  }
  void one(std::monostate /*nothing*/) {}
  void one(Span span) {
    if (places_ == Places::kept) write(span.begin, span.end);
  }
  void one(const std::string& text) {
    number(text.size());
    bytes_ += text;
  }
  void one(Date date) {
    write(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()));
  }
  template <typename T>
  void one(std::span<const T> list) {
    number(list.size());
    for (const T& item : list) one(item);
  }
  template <typename T>
  void one(const std::vector<T>& list) {
    one(std::span(list));
  }
  template <typename T>
  void one(const std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <typename T>
  void one(const Boxed<T>& value) {
    one(*value);
  }
  template <typename... T>
  void one(const std::variant<T...>& value) {
    number(value.index());
    std::visit([&](const auto& held) { one(held); }, value);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void one(Enum value) { number(static_cast<std::uint64_t>(value)); }
  void one(const auto& value) requires requires { fields(value); }
  {
    std::apply([&](const auto&... field) { write(field...); }, fields(value));
  }

  std::string& bytes_;
  Places places_;
};

/// Takes values from bytes that nobody vouches for. What they can't be is not thrown: from the
/// first wrong byte on nothing more is read, and `is_whole` says so at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename... T>
  void read(T&... values) {
    (one(values), ...);
  }

  /// Whether every byte was right and none is left.
  [[nodiscard]] bool is_whole() const { return !failed_ && rest_.empty(); }

  /// What follows is not to be trusted.
  void fail() {
    failed_ = true;
    rest_ = {};
  }

 private:
  /// Lists lie in lists no deeper than TOML may be nested (32 brackets of 32 dotted keys, twice).
  static constexpr int most_depth = 128;

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (take_varint(rest_, value)) return value;
    fail();
    return 0;
  }

  std::string_view bytes(std::uint64_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  template <std::unsigned_integral T>
  void one(T& value) {
    const std::uint64_t wide = number();
    if (wide > std::numeric_limits<T>::max()) return fail();
    value = static_cast<T>(wide);
  }
  template <std::signed_integral T>
  void one(T& value) {
    const std::uint64_t zigzag = number();
    const auto wide = static_cast<std::int64_t>((zigzag >> 1U) ^ (0U - (zigzag & 1U)));
    if (!std::in_range<T>(wide)) return fail();
    value = static_cast<T>(wide);
  }
  void one(double& value) {
    std::uint64_t bits = 0;
    unsigned shift = 0;
    for (const char byte : bytes(8)) {
      bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte)) << shift;
      shift += 8;
    }
    value = std::bit_cast<double>(bits);
  }
  void one(std::monostate /*nothing*/) {}
  void one(std::string& text) { text = bytes(number()); }
  void one(Date& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    read(year, month, day);
    constexpr int last_year = 9999;
    const Date read_date{std::chrono::year(std::min(year, last_year)), std::chrono::month(month),
                         std::chrono::day(day)};
    const bool is_none = year == 0 && month == 0 && day == 0;  // of a milestone without one
    const bool is_date = year >= 0 && year <= last_year && month <= 12 && day <= 31;
    if (!is_none && !(is_date && read_date.ok())) return fail();
    date = read_date;
  }
  void one(Span& span) {
    read(span.begin, span.end);
    if (span.begin > span.end) fail();
  }
  template <typename T>
  void one(std::vector<T>& list) {
    const std::uint64_t size = number();
    if (size > rest_.size() || ++depth_ > most_depth) return fail();  // an item has a byte at least
    list.clear();  // of what a default puts there
    // A size that lies gets memory for what follows, not for what it says.
    list.reserve(std::min<std::uint64_t>(size, 8 * rest_.size() / sizeof(T) + 1));
    for (std::uint64_t i = 0; i < size && !failed_; ++i) one(list.emplace_back());
    --depth_;
  }
  template <typename T>
  void one(std::optional<T>& value) {
    bool has_value = false;
    one(has_value);
    if (has_value) one(value.emplace());
  }
  template <typename T>
  void one(Boxed<T>& value) {
    one(*value);
  }
  template <typename... T>
  void one(std::variant<T...>& value) {
    const std::uint64_t index = number();
    std::uint64_t at = 0;
    const bool is_known = ((at++ == index && (one(value.template emplace<T>()), true)) || ...);
    if (!is_known) fail();
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void one(Enum& value) {
    const std::uint64_t wide = number();
    if (wide > static_cast<std::uint64_t>(last_of(value))) return fail();
    value = static_cast<Enum>(wide);
  }
  void one(auto& value) requires requires { fields(value); }
  {
    std::apply([&](auto&... field) { read(field...); }, fields(value));
  }

  std::string_view rest_;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace lamppost
