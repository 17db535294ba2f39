#pragma once

#include <string>

#include "keys/keys.h"

namespace lamppost {

/// Whether the form for proposals asks for a key. Not for a file, which a form that writes a text
/// can't send, nor for what needs one; nor for what is the editors' matter (`weight`, `draft` …).
[[nodiscard]] bool is_asked(const Key& key);

/// What the form asks for, as JSON that can stand in a page: `keys` in the table's order, with all
/// that it takes to ask for a value, to judge it and to help with it, in English; and `countries`,
/// the codes there are, two letters each.
[[nodiscard]] std::string asked_keys();

}  // namespace lamppost
