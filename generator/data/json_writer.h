#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.h"

namespace lamppost {

/// Writes JSON (RFC 8259) as it comes, without a tree of values in between: the catalogue of a
/// hundred thousand initiatives is made of one at a time. Texts are UTF-8; what is not becomes
/// U+FFFD. Who calls closes what they open.
class JsonWriter {
 public:
  enum class Style : std::uint8_t {
    indented,   ///< by two spaces, one value a line
    in_script,  ///< without white space; `<`, `>` and `&` escaped, so that no `</script>` comes up
  };

  /// Writes at the end of `out`, which must outlive it.
  explicit JsonWriter(std::string& out, Style style = Style::indented) : out_(out), style_(style) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);
  /// The same of a name in which nothing needs an escape: in one step.
  void plain_key(std::string_view name);

  /// Around a value that the caller writes, by this writer or straight at the end of `out`.
  void begin_value();
  void end_value() { follows_key_ = false; }

  void null();
  void text(std::string_view text);
  /// The same of a text in which nothing needs an escape: in one step.
  void plain_text(std::string_view text) { quoted(text, "\""); }
  void flag(bool flag);
  void integer(std::int64_t number);
  void count(std::uint64_t number);
  /// A whole number without the decimals that say nothing; what is no number is null.
  void number(double number);
  void date(const Date& date) { text(iso_date(date)); }

  /// A key with its value.
  void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void field(std::string_view name, std::uint64_t value) {
    key(name);
    count(value);
  }

  void text_or_null(std::string_view given) { given.empty() ? null() : text(given); }
  void date_or_null(const std::optional<Date>& given) { given ? date(*given) : null(); }

 private:
  void open(char bracket);
  void close(char bracket);
  void quoted(std::string_view plain, std::string_view end);
  [[nodiscard]] std::string_view gap();
  [[nodiscard]] std::string_view next_gap();
  void append_escaped(std::string_view text);

  std::string& out_;
  Style style_;
  std::string gap_ = ",\n";  ///< and as many spaces as were needed so far
  std::size_t depth_ = 0;
  bool is_first_ = true;  ///< nothing stands in the innermost object or array yet
  bool follows_key_ = false;
};

}  // namespace lamppost
