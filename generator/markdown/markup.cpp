#include "markdown/markup.h"

#include <array>
#include <cstddef>
#include <optional>

namespace lamppost {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// How many bytes a forbidden character has that stands at this place; 0 if it is allowed.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) {
    const bool is_allowed = first == '\t' || first == '\n';
    return (first < 0x20 && !is_allowed) || first == 0x7F ? 1 : 0;
  }
  const unsigned char second = byte_at(text, at + 1);
  const unsigned char third = byte_at(text, at + 2);
  if (first == 0xC2) return second < 0xA0 ? 2 : 0;  // C1 controls
  if (first == 0xEF && second == 0xB7) return third >= 0x90 && third <= 0xAF ? 3 : 0;
  if (first == 0xEF && second == 0xBF) return third >= 0xBE ? 3 : 0;
  if (first >= 0xF0) {  // U+1FFFE, U+1FFFF and so on: the last two of each plane
    const bool last_of_plane =
        (second & 0x0F) == 0x0F && third == 0xBF && byte_at(text, at + 3) >= 0xBE;
    return last_of_plane ? 4 : 0;
  }
  return 0;
}

/// Whether a byte can be the first of a forbidden character, or is a carriage return.
constexpr bool may_be_unfit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20) return byte != '\t' && byte != '\n';
  return byte == 0x7F || byte == 0xC2 || byte >= 0xEF;
}

constexpr bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// How markup writes a character that has a meaning in it; empty for the others.
constexpr std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

/// Whether a byte stands in an address as it is, whatever is around it.
constexpr bool is_plain_in_url(char c) {
  constexpr std::string_view allowed = "-_.+!*(),#@?=;:/$~";
  return is_ascii_alphanumeric(c) || allowed.find(c) != std::string_view::npos;
}

/// A question to single bytes with the answers at hand: every byte of a page comes by here.
using ByteTable = std::array<bool, 256>;

template <typename Is>
constexpr ByteTable table_of(Is is) {
  ByteTable table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = is(static_cast<char>(byte));
  return table;
}

constexpr ByteTable unfit_bytes = table_of(may_be_unfit);
constexpr ByteTable escaped_bytes = table_of([](char c) { return !reference_for(c).empty(); });
constexpr ByteTable special_bytes =
    table_of([](char c) { return may_be_unfit(c) || !reference_for(c).empty(); });
constexpr ByteTable encoded_bytes = table_of([](char c) { return !is_plain_in_url(c); });

/// The first byte from `at` on for which the table says yes, or the text's end.
std::size_t find_byte(std::string_view text, std::size_t at, const ByteTable& table) {
  while (at < text.size() && !table[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The byte that `%XX` at this place stands for.
std::optional<char> percent_encoded_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

void append_percent_encoded(std::string& markup, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  markup += '%';
  markup += digits[byte >> 4U];
  markup += digits[byte & 0x0FU];
}

}  // namespace

std::string fit_for_html(std::string_view text) {
  std::size_t at = find_byte(text, 0, unfit_bytes);
  std::string clean(text.substr(0, at));
  while (at < text.size()) {
    if (text[at] == '\r') {
      if (byte_at(text, at + 1) != '\n') clean += '\n';
      ++at;
    } else if (const std::size_t length = forbidden_length(text, at); length > 0) {
      clean += replacement;
      at += length;
    } else {
      clean += text[at++];
    }
  }
  return clean;
}

void append_escaped(std::string& markup, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = find_byte(text, 0, escaped_bytes); at < text.size();
       at = find_byte(text, done, escaped_bytes)) {
    (markup += text.substr(done, at - done)) += reference_for(text[at]);
    done = at + 1;
  }
  markup += text.substr(done);
}

bool is_plain_markup(std::string_view text) {
  return find_byte(text, 0, special_bytes) == text.size();
}

void append_url(std::string& markup, std::string_view url) {
  std::size_t done = 0;
  for (std::size_t at = find_byte(url, 0, encoded_bytes); at < url.size();
       at = find_byte(url, done, encoded_bytes)) {
    markup += url.substr(done, at - done);
    const char c = url[at];
    if (c == '&') {
      markup += "&amp;";
    } else if (c == '\'') {
      markup += "&#x27;";
    } else if (percent_encoded_byte(url, at)) {
      markup += c;
    } else {
      append_percent_encoded(markup, c);
    }
    done = at + 1;
  }
  markup += url.substr(done);
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<char> byte = percent_encoded_byte(text, at);
    decoded += byte.value_or(text[at]);
    if (byte) at += 2;
  }
  return decoded;
}

}  // namespace lamppost
