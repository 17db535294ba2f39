#include "parse/fields.h"

namespace lamppost {

std::string text_of(const ValueMap& map, std::string_view key) {
  return located_text_of(map, key).value;
}

Located<std::string> located_text_of(const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  if (value == nullptr || value->text() == nullptr) return {};
  return {*value->text(), value->where};
}

std::vector<Located<std::string>> texts_of(const ValueMap& map, std::string_view key) {
  std::vector<Located<std::string>> texts;
  const auto* value = find(map, key);
  if (value == nullptr || value->list() == nullptr) return texts;
  for (const auto& item : *value->list()) {
    if (item.text() != nullptr) texts.push_back({*item.text(), item.where});
  }
  return texts;
}

std::optional<std::int64_t> integer_of(const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  if (value == nullptr || value->integer() == nullptr) return std::nullopt;
  return *value->integer();
}

std::optional<double> number_of(const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  if (value != nullptr && value->decimal() != nullptr) return *value->decimal();
  const auto integer = integer_of(map, key);
  return integer ? std::optional(static_cast<double>(*integer)) : std::nullopt;
}

std::optional<Date> date_of(const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  if (value == nullptr || value->date() == nullptr) return std::nullopt;
  return *value->date();
}

bool flag_of(const ValueMap& map, std::string_view key) {
  const auto* value = find(map, key);
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

const ValueMap& table_of(const ValueMap& map, std::string_view key) {
  static const ValueMap none;
  const auto* value = find(map, key);
  return value != nullptr && value->map() != nullptr ? *value->map() : none;
}

}  // namespace lamppost
