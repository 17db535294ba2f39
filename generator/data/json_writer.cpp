#include "data/json_writer.h"

#include <algorithm>
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

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// What can't be copied as it is: what is escaped, and what has to be looked at. Without branches,
/// so that compilers can hold many bytes against it at once.
template <JsonWriter::Style style>
constexpr bool is_special(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool in_json = (byte < 0x20) | (byte >= 0x80) | (c == '"') | (c == '\\');
  if constexpr (style == JsonWriter::Style::indented) return in_json;
  return in_json | (c == '<') | (c == '>') | (c == '&');
}

/// The first special byte from `at` on; the text's size where there is none.
template <JsonWriter::Style style>
std::size_t find_special(std::string_view text, std::size_t at) {
  constexpr std::size_t together = 16;
  const auto all_are_plain = [&](std::size_t from) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < together; ++i) {
      found |= static_cast<unsigned char>(is_special<style>(text[from + i]));
    }
    return found == 0;
  };
  while (at + together <= text.size() && all_are_plain(at)) at += together;
  while (at < text.size() && !is_special<style>(text[at])) ++at;
  return at;
}

std::size_t find_special(std::string_view text, std::size_t at, JsonWriter::Style style) {
  return style == JsonWriter::Style::in_script
             ? find_special<JsonWriter::Style::in_script>(text, at)
             : find_special<JsonWriter::Style::indented>(text, at);
}

/// How many bytes from `at` on, which is none of ASCII, are UTF-8 up to the next that is.
std::size_t valid_beyond_ascii(std::string_view text, std::size_t at) {
  const auto end =
      std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_ascii);
  const std::string_view run(text.substr(at, static_cast<std::size_t>(end - text.begin()) - at));
  return std::min(first_invalid_utf8(run), run.size());
}

}  // namespace

void JsonWriter::plain_key(std::string_view name) {
  quoted(name, style_ == Style::indented ? "\": " : "\":");
  follows_key_ = true;
}

/// There are sixty keys to an initiative, and lists of slugs are long: each is written in one step.
void JsonWriter::quoted(std::string_view plain, std::string_view end) {
  const std::string_view gap = next_gap();
  const std::size_t before = out_.size();
  out_.resize(before + gap.size() + 1 + plain.size() + end.size());
  char* at = std::copy(gap.begin(), gap.end(), out_.data() + before);
  *at++ = '"';
  at = std::copy(plain.begin(), plain.end(), at);
  std::copy(end.begin(), end.end(), at);
}

void JsonWriter::key(std::string_view name) {
  text(name);
  out_ += style_ == Style::indented ? ": " : ":";
  follows_key_ = true;
}

void JsonWriter::begin_value() {
  out_ += next_gap();
  follows_key_ = true;  // what goes before it has been written
}

void JsonWriter::null() {
  out_ += next_gap();
  out_ += "null";
}

void JsonWriter::text(std::string_view text) {
  out_ += next_gap();
  out_ += '"';
  append_escaped(text);
  out_ += '"';
}

void JsonWriter::flag(bool flag) {
  out_ += next_gap();
  out_ += flag ? "true" : "false";
}

void JsonWriter::integer(std::int64_t number) {
  out_ += next_gap();
  append_digits(out_, number);
}

void JsonWriter::count(std::uint64_t number) {
  out_ += next_gap();
  append_digits(out_, number);
}

void JsonWriter::number(double number) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (!std::isfinite(number)) return null();
  if (std::trunc(number) == number && std::abs(number) <= largest_exact) {
    return integer(static_cast<std::int64_t>(number));
  }
  out_ += next_gap();
  append_digits(out_, number);
}

void JsonWriter::open(char bracket) {
  out_ += next_gap();
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!is_first_ && style_ == Style::indented) out_ += gap().substr(1);
  out_ += bracket;
  is_first_ = false;
}

/// A comma, and what begins a line of this depth.
std::string_view JsonWriter::gap() {
  constexpr std::size_t around = std::string_view(",\n").size();
  const std::size_t size = style_ == Style::indented ? around + 2 * depth_ : 1;
  if (gap_.size() < size) gap_.resize(size, ' ');
  return std::string_view(gap_).substr(0, size);
}

/// What goes before a key or a value: nothing after a key, no comma before the first.
std::string_view JsonWriter::next_gap() {
  const bool has_comma = !is_first_;
  is_first_ = false;
  if (follows_key_ || depth_ == 0) {
    follows_key_ = false;
    return {};
  }
  return gap().substr(has_comma ? 0 : 1);
}

void JsonWriter::append_escaped(std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = find_special(text, 0, style_); at < text.size();
       at = find_special(text, at, style_)) {
    const bool is_escaped = is_ascii(text[at]);
    const std::size_t valid = is_escaped ? 0 : valid_beyond_ascii(text, at);
    at += valid;
    if (valid > 0) continue;
    out_ += text.substr(copied, at - copied);
    is_escaped ? append_escape(out_, text[at]) : void(out_ += replacement_character);
    copied = ++at;
  }
  out_ += text.substr(copied);
}

}  // namespace lamppost
