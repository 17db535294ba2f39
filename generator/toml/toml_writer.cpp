#include "toml/toml_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace lamppost {
namespace {

/// `\u001F`.
std::string escape_of(unsigned char control) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return std::string("\\u00") + digits[control >> 4U] + digits[control & 15U];
}

std::string decimal(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  std::string text(digits.data(), end);
  // Without either it would be a whole number.
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string key_text(const std::string& key) {
  const bool is_bare = !key.empty() && key.find_first_not_of(
                                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789_-") == std::string::npos;
  return is_bare ? key : toml_string(key);
}

std::string line_of(const Field& field) {
  return key_text(field.key) + " = " + toml_value(field.value);
}

std::string in_brackets(const ValueList& list) {
  std::string text = "[";
  for (const Value& item : list) text.append(text.size() > 1 ? ", " : "").append(toml_value(item));
  return text + "]";
}

std::string in_braces(const ValueMap& map) {
  std::string text;
  for (const Field& field : map) text.append(text.empty() ? "{ " : ", ").append(line_of(field));
  return text.empty() ? "{}" : text + " }";
}

bool is_list_of_tables(const Value& value) {
  const ValueList* list = value.list();
  return list != nullptr && !list->empty() &&
         std::ranges::all_of(*list, [](const Value& item) { return item.map() != nullptr; });
}

bool has_header(const Value& value) { return value.map() != nullptr || is_list_of_tables(value); }

std::string lines_of(const ValueMap& map) {
  std::string text;
  for (const Field& field : map) text += line_of(field) + "\n";
  return text;
}

std::string under_headers(const Field& field) {
  const std::string key = key_text(field.key);
  if (const ValueMap* map = field.value.map()) return "\n[" + key + "]\n" + lines_of(*map);
  std::string text;
  for (const Value& item : *field.value.list())
    text += "\n[[" + key + "]]\n" + lines_of(*item.map());
  return text;
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted.append("\\").append(1, c);
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += escape_of(byte);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string toml_value(const Value& value) {
  if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
  if (const std::int64_t* integer = value.integer()) return std::to_string(*integer);
  if (const double* number = value.decimal()) return decimal(*number);
  if (const std::string* text = value.text()) return toml_string(*text);
  if (const Date* date = value.date()) return iso_date(*date);
  if (const ValueMap* map = value.map()) return in_braces(*map);
  return in_brackets(*value.list());
}

std::string toml_document(const ValueMap& map) {
  std::string text;
  for (const Field& field : map) {
    if (!has_header(field.value)) text += line_of(field) + "\n";
  }
  for (const Field& field : map) {
    if (has_header(field.value)) text += under_headers(field);
  }
  return text;
}

}  // namespace lamppost
