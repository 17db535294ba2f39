#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "keys/keys.h"
#include "model/value.h"

namespace lamppost {

/// Where a single value stands, for its rules and their messages.
struct ScalarPlace {
  const SourceText& text;
  const Key& key;
  KeyType type{};  ///< the key's own, or that of its items
};

/// Holds a single value against its type: a text with white space folded, a date written as text as
/// a date, a grant number as text. What is wrong is a diagnostic and no value.
[[nodiscard]] std::optional<Value> conform_scalar(const Value& value, const ScalarPlace& place,
                                                  Diagnostics& diagnostics);

/// That a value is of the wrong type: what it must be, what it is, and how to write it, if certain.
[[nodiscard]] Diagnostic wrong_type(const Value& value, const ScalarPlace& place);

/// What a value must be or is, in words: `a whole number`.
[[nodiscard]] std::string in_words(KeyType type);
[[nodiscard]] std::string in_words(const Value& value);

}  // namespace lamppost
