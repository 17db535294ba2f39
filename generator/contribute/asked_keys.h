#pragma once

#include <span>

#include "data/json_writer.h"
#include "keys/keys.h"

namespace lamppost {

/// Whether the form for proposals asks for a key. Not for a file, which a form that writes a text
/// can't send, nor for what needs one; nor for what is the editors' matter (`weight`, `draft` …).
[[nodiscard]] bool is_asked(const Key& key);

/// The keys that the form asks for, in the table's order, as an array of objects: all that it takes
/// to ask for a value, to judge it and to help with it.
void write_asked_keys(JsonWriter& json, std::span<const Key> keys);

}  // namespace lamppost
