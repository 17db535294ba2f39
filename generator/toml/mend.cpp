#include "toml/mend.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/date.h"

namespace lamppost {
namespace {

/// Marks that word processors put for `"` and `'`.
constexpr std::array<std::string_view, 10> typographic_quotes = {"“", "”", "„", "‟", "«",
                                                                 "»", "‘", "’", "‚", "″"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// The three groups of digits of a date, and what stands between them.
struct DateParts {
  std::array<std::string_view, 3> digits;
  char separator = '-';
};

std::optional<DateParts> date_parts(std::string_view text) {
  DateParts parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto size = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (size == 0 || size > 4) return std::nullopt;
    parts.digits[i] = text.substr(0, size);
    text.remove_prefix(size);
    if (i == 2) break;
    if (text.empty() || std::string_view("-/.").find(text[0]) == std::string_view::npos)
      return std::nullopt;
    if (i == 1 && text[0] != parts.separator) return std::nullopt;
    parts.separator = text[0];
    text.remove_prefix(1);
  }
  // A time may follow a year-month-day: `T10:00:00Z`, ` 10:00`.
  const bool has_time =
      text.size() > 1 && (text[0] == 'T' || text[0] == 't' || text[0] == ' ') && is_digit(text[1]);
  if (!text.empty() && !has_time) return std::nullopt;
  return parts;
}

/// Whether a text begins with a typographic quotation mark; how many bytes that takes.
std::size_t typographic_quote_at_begin(std::string_view text) {
  for (const auto mark : typographic_quotes) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

Mending typographic_quotes_in(std::string_view written) {
  const auto before = typographic_quote_at_begin(written);
  const auto after = written.ends_with('"') ? 1 : typographic_quote_at_end(written.substr(before));
  const std::string message = "this text stands between typographic quotes";
  if (after == 0) return {message, "write straight quotes: `\"…\"`", std::nullopt};
  auto text = in_quotes(trimmed(written.substr(before, written.size() - before - after)));
  const bool is_all = text.find('"', 1) == text.size() - 1;
  return {message, "write straight quotes: " + text, text, is_all};
}

std::string two_digits(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

std::optional<std::string> existing(std::string_view year, std::string_view month,
                                    std::string_view day) {
  const auto text = std::string(year) + '-' + two_digits(month) + '-' + two_digits(day);
  if (year.size() != 4 || !date_from(text)) return std::nullopt;
  return text;
}

/// `10 000`, `10,000`, `10_000` without what groups the digits; nothing where the groups are not of
/// three.
std::optional<std::string> ungrouped(std::string_view text) {
  std::string digits;
  std::size_t group = 0;
  bool is_grouped = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      digits += text[i];
      ++group;
      continue;
    }
    const bool nbsp = text.substr(i, 2) == "\xC2\xA0";
    const bool thin = text.substr(i, 3) == "\xE2\x80\xAF";
    if (!nbsp && !thin && std::string_view(" ,_'").find(text[i]) == std::string_view::npos)
      return std::nullopt;
    if (group == 0 || group > 3 || (is_grouped && group != 3)) return std::nullopt;
    i += nbsp ? 1 : thin ? 2 : 0;
    group = 0;
    is_grouped = true;
  }
  if (digits.empty() || (is_grouped && group != 3)) return std::nullopt;
  return digits;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

std::string in_quotes(std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (c == '\n') {
      result += "\\n";
    } else if (c != '\t' && (byte < 0x20 || byte == 0x7F)) {
      result += {'\\', 'u', '0', '0', hexadecimal[byte >> 4U], hexadecimal[byte & 15U]};
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::optional<std::string> mended_date(std::string_view text) {
  const auto parts = date_parts(trimmed(text));
  if (!parts) return std::nullopt;
  const auto& [first, second, third] = parts->digits;
  if (first.size() == 4) return existing(first, second, third);
  // Dots say day first; with slashes or hyphens it may be the month, unless it can't.
  const bool day_first = parts->separator == '.' || two_digits(first) > "12" || first == second;
  return day_first ? existing(third, second, first) : std::nullopt;
}

std::string date_help(std::string_view text) {
  if (const auto date = mended_date(text)) return "write `" + *date + "`";
  const auto parts = date_parts(trimmed(text));
  if (parts && parts->digits[0].size() <= 2) {
    const auto& [first, second, year] = parts->digits;
    const auto day_first = existing(year, second, first);
    const auto month_first = existing(year, first, second);
    if (day_first && month_first)
      return "write `" + *day_first + "` or `" + *month_first +
             "`, year first, so that nobody takes the day for the month";
  }
  return "write year, month and day of a day that exists: `2026-11-22`";
}

bool looks_like_date(std::string_view text) {
  const auto parts = date_parts(trimmed(text));
  return parts && (parts->digits[0].size() == 4 || parts->digits[2].size() == 4);
}

std::optional<std::string> mended_boolean(std::string_view text) {
  const auto word = in_lower_case(trimmed(text));
  if (word == "true" || word == "yes" || word == "on") return "true";
  if (word == "false" || word == "no" || word == "off") return "false";
  return std::nullopt;
}

std::optional<std::string> mended_integer(std::string_view text) {
  text = trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto dot = text.find('.');
  if (dot != std::string_view::npos) {
    // `18.0` is 18, `1.000` may be a thousand.
    if (text.substr(dot) != ".0" || !are_digits(text.substr(0, dot))) return std::nullopt;
    text = text.substr(0, dot);
  }
  auto digits = ungrouped(text);
  if (!digits || digits->size() > 18) return std::nullopt;
  digits->erase(0, std::min(digits->find_first_not_of('0'), digits->size() - 1));
  return (negative && *digits != "0" ? "-" : "") + *digits;
}

std::optional<std::string> mended_number(std::string_view text) {
  if (auto integer = mended_integer(text)) return integer;
  text = trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto sign = text.find_first_of(".,");
  if (sign == std::string_view::npos) return std::nullopt;
  const auto decimals = text.substr(sign + 1);
  const auto whole = mended_integer(text.substr(0, sign));
  // After a comma three digits may be a thousand's.
  if (!whole || whole->front() == '-' || !are_digits(decimals) ||
      (text[sign] == ',' && decimals.size() == 3)) {
    return std::nullopt;
  }
  return (negative ? "-" : "") + *whole + '.' + std::string(decimals);
}

bool has_doubtful_comma(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos)
    return false;
  return trimmed(text.substr(comma + 1)).size() == 3;
}

std::optional<Mending> not_a_number(std::string_view written) {
  if (looks_like_date(written))
    return Mending{"this is no date", date_help(written), mended_date(written), true};
  const auto number = mended_number(written);
  if (!number) return std::nullopt;
  return Mending{"this is no number", "write `" + *number + "`", number,
                 !has_doubtful_comma(written)};
}

Mending not_toml(std::string_view written) {
  if (typographic_quote_at_begin(written) > 0) return typographic_quotes_in(written);
  if (const auto flag = mended_boolean(written)) {
    return {"`" + std::string(written) + "` is not understood", "write `" + *flag + "`", flag,
            true};
  }
  if (const auto number = not_a_number(written)) return *number;
  if (written.starts_with('=')) return {"there is an `=` too many", "write `key = value`", {}};
  const std::string message = "a text must stand between quotes";
  if (written.find_first_of("\"\\#[]{}=") != std::string_view::npos) {
    return {message, "write `\"` before and behind it", std::nullopt};
  }
  auto text = in_quotes(written);
  return {message, "write " + text, text, true};
}

std::string as_value(std::string_view written) {
  const std::string_view value = trimmed(written);
  const bool is_words = !value.empty() && std::string_view("\"'[{0123456789+-").find(value[0]) ==
                                              std::string_view::npos;
  if (!is_words) return std::string(value);
  return not_toml(value).text.value_or(std::string(value));
}

std::size_t typographic_quote_at_end(std::string_view text) {
  for (const auto mark : typographic_quotes) {
    if (text.ends_with(mark)) return mark.size();
  }
  return 0;
}

OddBlank find_odd_blank(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks = {"\u00a0", "\u2007", "\u200b",
                                                      "\u202f", "\u3000", "\ufeff"};
  OddBlank first{text.size(), 0};
  for (const std::string_view blank : blanks) {
    const std::size_t at = text.find(blank);
    if (at < first.at) first = {at, blank.size()};
  }
  return first;
}

std::optional<std::string> name_in_computer_path(std::string_view path) {
  if (path.size() < 4 || path.substr(1, 2) != ":\\") return std::nullopt;
  return std::string(path.substr(path.rfind('\\') + 1));
}

std::optional<std::pair<std::size_t, std::string>> key_of_words(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const std::string_view words = trimmed(line.substr(0, equals));
  std::string key;
  for (const char c : words) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!is_letter && c != ' ') return std::nullopt;
    if (c != ' ') key += c;
    if (c == ' ' && key.back() != '_') key += '_';
  }
  return std::pair{words.size(), key};
}

}  // namespace lamppost
