#include "exchange/json_values.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "toml/toml.h"
#include "toml/toml_scan.h"

namespace lamppost {
namespace {

/// Listens to the JSON as it is read. The library says what comes, not where; each call stands for
/// the next token, which is found by going on from the last one.
class JsonListener : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit JsonListener(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] Value take() { return std::move(root_); }
  [[nodiscard]] std::size_t fault() const { return fault_; }
  [[nodiscard]] bool is_too_deep() const { return is_too_deep_; }

  bool null() override {
    next_token();
    return true;
  }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto most = static_cast<number_unsigned_t>(INT64_MAX);
    if (value > most) return put(static_cast<double>(value));
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return put(value); }
  bool string(string_t& text) override { return put(text); }
  bool binary(binary_t& /*bytes*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(ValueMap{}); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(ValueList{}); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    const Span where = next_token();
    open_.back().key = name;
    open_.back().key_where = where;
    return true;
  }

  bool parse_error(std::size_t place, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    fault_ = place > 0 ? place - 1 : 0;
    return false;
  }

 private:
  /// A list or table that is not closed yet.
  struct Open {
    Value value;
    std::string key;  ///< a table's, whose value comes next
    Span key_where;
  };

  Span next_token() {
    at_ = std::min(bytes_.find_first_not_of(" \t\r\n,:", at_), bytes_.size());
    const std::size_t begin = at_;
    const char first = begin < bytes_.size() ? bytes_[begin] : ' ';
    if (first == '"') {
      for (++at_; at_ < bytes_.size() && bytes_[at_] != '"'; ++at_) {
        if (bytes_[at_] == '\\') ++at_;
      }
      ++at_;
    } else if (std::string_view("{}[]").find(first) != std::string_view::npos) {
      ++at_;
    } else {
      at_ = bytes_.find_first_of(" \t\r\n,:{}[]", begin);
    }
    at_ = std::min(at_, bytes_.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  template <typename Data>
  bool put(const Data& data) {
    const Span where = next_token();
    add(Value{data, where});
    return true;
  }

  void add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* map = std::get_if<ValueMap>(&open_.back().value.data)) {
      add_field(*map, std::move(value));
    } else {
      std::get<ValueList>(open_.back().value.data).push_back(std::move(value));
    }
  }

  /// A key that stands twice has what it was given last, as in most readers of JSON.
  void add_field(ValueMap& map, Value value) {
    Open& open = open_.back();
    const auto same = std::ranges::find(map, open.key, &Field::key);
    if (same != map.end()) {
      same->value = std::move(value);
    } else {
      map.push_back({open.key, open.key_where, std::move(value)});
    }
  }

  template <typename Data>
  bool open(Data data) {
    const Span where = next_token();
    fault_ = where.begin;
    is_too_deep_ = open_.size() >= max_toml_depth;
    if (is_too_deep_) return false;
    open_.push_back({Value{std::move(data), where}, {}, {}});
    return true;
  }

  bool close() {
    const Span end = next_token();
    Value value = std::move(open_.back().value);
    value.where.end = end.end;
    open_.pop_back();
    add(std::move(value));
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Value root_;
  std::vector<Open> open_;
  std::size_t fault_ = 0;
  bool is_too_deep_ = false;
};

/// Puts values that are written as TOML in place of the tables that hold them.
void read_toml_in(Value& value, const SourceText& text, Diagnostics& diagnostics);

void read_toml_in(ValueMap& map, const SourceText& text, Diagnostics& diagnostics) {
  for (Field& field : map) read_toml_in(field.value, text, diagnostics);
}

void read_toml_in(Value& value, const SourceText& text, Diagnostics& diagnostics) {
  if (auto* list = std::get_if<ValueList>(&value.data)) {
    for (Value& item : *list) read_toml_in(item, text, diagnostics);
  }
  auto* map = std::get_if<ValueMap>(&value.data);
  if (map == nullptr) return;
  const bool is_toml =
      map->size() == 1 && map->front().key == "$toml" && map->front().value.text() != nullptr;
  if (!is_toml) return read_toml_in(*map, text, diagnostics);
  const SourceText line = make_source_text(text.path, "x = " + *map->front().value.text());
  Diagnostics inner;
  const auto read = parse_toml(line, toml_region(line), inner);
  if (read && read->size() == 1 && read->front().value.map() == nullptr) {
    value.data = read->front().value.data;
    return;
  }
  diagnostics.add(diagnostic_at(text.path, Code::bad_json, value.where,
                                "this is no value as TOML has it",
                                "write it as `{\"$toml\": \"2026-11-22\"}`"));
}

}  // namespace

std::optional<Value> parse_json(const SourceText& text, Diagnostics& diagnostics) {
  std::string_view bytes = text.bytes;
  const std::string blanks(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0, ' ');
  std::string without_mark;  // all places stay
  if (!blanks.empty()) bytes = without_mark = blanks + text.bytes.substr(blanks.size());
  JsonListener listener(bytes);
  if (nlohmann::json::sax_parse(bytes, &listener)) {
    Value value = listener.take();
    const std::size_t before = diagnostics.list().size();
    read_toml_in(value, text, diagnostics);
    return diagnostics.list().size() == before ? std::optional(std::move(value)) : std::nullopt;
  }
  const auto at = static_cast<std::uint32_t>(listener.fault());
  diagnostics.add(diagnostic_at(
      text.path, Code::bad_json, {at, at + 1},
      listener.is_too_deep() ? "lists and tables lie too deep inside each other"
                             : "this is not JSON",
      listener.is_too_deep()
          ? "use at most " + std::to_string(max_toml_depth) + " levels"
          : "something is missing or too much here, often a comma or a quotation mark"));
  return std::nullopt;
}

}  // namespace lamppost
