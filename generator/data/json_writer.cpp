#include "data/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "data/escape.h"
#include "diagnostics/source_text.h"

namespace lamppost {
namespace {

template <typename Number>
void append_digits(std::string& out, Number number) {
  std::array<char, 32> digits{};
  out.append(digits.data(),
             std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_code(std::string& out, unsigned char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  ((out += "\\u00") += digits[c >> 4U]) += digits[c & 0x0FU];
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view written = "\"\\\b\f\n\r\t";
  constexpr std::string_view letters = "\"\\bfnrt";
  const std::size_t place = written.find(c);
  if (place == std::string_view::npos) return append_code(out, static_cast<unsigned char>(c));
  (out += '\\') += letters[place];
}

/// Valid UTF-8 with the bytes that are none replaced.
std::string repaired(std::string_view text) {
  std::string valid;
  while (true) {
    const std::size_t wrong = first_invalid_utf8(text);
    valid += text.substr(0, wrong);
    if (wrong == std::string_view::npos) return valid;
    valid += replacement_character;
    text.remove_prefix(wrong + 1);
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(name);
  out_ += style_ == Style::indented ? ": " : ":";
  follows_key_ = true;
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::text(std::string_view text) {
  separate();
  append_quoted(text);
}

void JsonWriter::flag(bool flag) {
  separate();
  out_ += flag ? "true" : "false";
}

void JsonWriter::integer(std::int64_t number) {
  separate();
  append_digits(out_, number);
}

void JsonWriter::count(std::uint64_t number) {
  separate();
  append_digits(out_, number);
}

void JsonWriter::number(double number) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (!std::isfinite(number)) return null();
  if (std::trunc(number) == number && std::abs(number) <= largest_exact) {
    return integer(static_cast<std::int64_t>(number));
  }
  separate();
  append_digits(out_, number);
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!is_first_) new_line();
  out_ += bracket;
  is_first_ = false;
}

/// What goes before a key or a value: nothing after a key, else a comma and a new line.
void JsonWriter::separate() {
  if (follows_key_) {
    follows_key_ = false;
    return;
  }
  if (!is_first_) out_ += ',';
  if (depth_ > 0) new_line();
  is_first_ = false;
}

void JsonWriter::new_line() {
  if (style_ != Style::indented) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::append_quoted(std::string_view text) {
  if (first_invalid_utf8(text) != std::string_view::npos) return append_quoted(repaired(text));
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_markup = style_ == Style::in_script && (c == '<' || c == '>' || c == '&');
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && !is_markup) continue;
    out_ += text.substr(copied, at - copied);
    append_escape(out_, c);
    copied = at + 1;
  }
  out_ += text.substr(copied);
  out_ += '"';
}

}  // namespace lamppost
