#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/source_text.h"
#include "model/date.h"

namespace lamppost {

struct Value;

/// The values of an array, in the order written.
using ValueList = std::vector<Value>;

struct Field;

/// The keys of a table, in the order written; no key stands twice.
using ValueMap = std::vector<Field>;

/// In place of a value of which a mistake was told that hides what it is.
struct Unread {
  friend bool operator==(Unread, Unread) = default;
};

/// What a TOML document can hold, free of the library that read it, each value with its place.
/// A time or a date with a time is kept as the text it was written as.
struct Value {
  /// At first the flag `false`; not written here, where `Field` is not complete yet.
  std::variant<bool, std::int64_t, double, std::string, Date, ValueList, ValueMap, Unread> data;
  Span where;

  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data); }
  [[nodiscard]] const double* decimal() const { return std::get_if<double>(&data); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const Date* date() const { return std::get_if<Date>(&data); }
  [[nodiscard]] const ValueList* list() const { return std::get_if<ValueList>(&data); }
  [[nodiscard]] const ValueMap* map() const { return std::get_if<ValueMap>(&data); }

  [[nodiscard]] bool is_unread() const { return std::holds_alternative<Unread>(data); }

  /// Equal in content; the place does not count.
  friend bool operator==(const Value& a, const Value& b);
};

/// One `key = value` of a table.
struct Field {
  std::string key;
  Span key_where;
  Value value;

  friend bool operator==(const Field& a, const Field& b);
};

/// The value of a key, or null.
[[nodiscard]] const Value* find(const ValueMap& map, std::string_view key);

}  // namespace lamppost
