#include "model/value.h"

#include <algorithm>

namespace lamppost {

bool operator==(const Value& a, const Value& b) { return a.data == b.data; }

bool operator==(const Field& a, const Field& b) { return a.key == b.key && a.value == b.value; }

const Value* find(const ValueMap& map, std::string_view key) {
  const auto field =
      std::find_if(map.begin(), map.end(), [&](const Field& f) { return f.key == key; });
  return field == map.end() ? nullptr : &field->value;
}

}  // namespace lamppost
