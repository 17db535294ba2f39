#include "exchange/csv_pages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "diagnostics/suggest.h"
#include "exchange/csv.h"
#include "exchange/csv_columns.h"
#include "model/language.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

/// What `catalogue.csv` says besides, which follows from the rest.
constexpr std::array<std::string_view, 2> derived_columns = {"url", "translations"};

// --- columns ---

/// What a column holds: a key, or one in its table.
struct Column {
  std::string top;
  std::string inner;  ///< empty: the whole key
  Span where;
};

/// `contact.name`, or `contact_name` where there is no key of that name.
Column column_named(const std::string& name, Span where) {
  if (is_one_of(name, own_columns) || find_key(initiative_keys(), name) != nullptr) {
    return {name, {}, where};
  }
  const std::size_t part = name.find_first_of("._");
  const Key* table = find_key(initiative_keys(), name.substr(0, part));
  const bool is_in_table = part != std::string::npos && table != nullptr &&
                           find_key(table->children, name.substr(part + 1)) != nullptr &&
                           table->type == KeyType::table;
  if (!is_in_table) return {name, {}, where};
  return {name.substr(0, part), name.substr(part + 1), where};
}

bool is_known(const Column& column) {
  if (is_one_of(column.top, own_columns)) return true;
  return std::ranges::any_of(exchanged_roles, [&](FileRole role) {
    return find_key(keys_of(role), column.top) != nullptr;
  });
}

std::vector<std::string> known_columns() {
  std::vector<std::string> names(own_columns.begin(), own_columns.end());
  for (const Key& key : initiative_keys()) {
    names.emplace_back(key.name);
    if (key.type != KeyType::table) continue;
    for (const Key& inner : key.children) {
      names.push_back(std::string(key.name) + "." + std::string(inner.name));
    }
  }
  return names;
}

// --- from cells to values ---

template <typename Number>
std::optional<Number> number_from(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Gives a value and all in it one place: what is inside a cell has none of its own.
void put_at(Value& value, Span where) {
  value.where = where;
  if (auto* list = std::get_if<ValueList>(&value.data)) {
    for (Value& item : *list) put_at(item, where);
  }
  if (auto* map = std::get_if<ValueMap>(&value.data)) {
    for (Field& field : *map) {
      field.key_where = where;
      put_at(field.value, where);
    }
  }
}

/// Turns the cells of one file into values.
class CellReader {
 public:
  CellReader(const SourceText& text, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {}

  /// What a cell that is not empty says; nothing where it can't be read. What is of another type
  /// stays a text: what is wrong about it is said where all values are held against their keys.
  std::optional<Value> value_of(const CsvCell& cell, const Key& key) {
    const std::string_view text = without_space(cell.text);
    const auto at_cell = [&](auto data) { return Value{std::move(data), cell.where}; };
    if (is_toml(text, key)) return toml_of(text, cell);
    if (key.type == KeyType::list) return list_of(text, cell);
    if (key.type == KeyType::boolean) {
      const std::string flag = fold_case(text);
      if (flag == "true" || flag == "false") return at_cell(flag == "true");
    }
    if (is_number(key.type)) {
      if (const auto integer = number_from<std::int64_t>(text)) return at_cell(*integer);
      const auto number = number_from<double>(text);
      if (number && key.type == KeyType::number) return at_cell(*number);
    }
    return at_cell(cell.text);
  }

 private:
  static bool is_number(KeyType type) {
    return type == KeyType::integer || type == KeyType::count || type == KeyType::number ||
           type == KeyType::figure;
  }

  static bool is_toml(std::string_view text, const Key& key) {
    const char first = text.front();
    switch (key.type) {
      case KeyType::list:
      case KeyType::figure:
      case KeyType::tables:
        return first == '[';
      case KeyType::table:
      case KeyType::free_table:
        return first == '{';
      default:
        return false;
    }
  }

  std::optional<Value> toml_of(std::string_view text, const CsvCell& cell) {
    const SourceText line = make_source_text(text_.path, "x = " + std::string(text));
    Diagnostics inner;
    const auto read = parse_toml(line, toml_region(line), inner);
    if (read && read->size() == 1) {
      Value value = read->front().value;
      put_at(value, cell.where);
      return value;
    }
    Diagnostic diagnostic =
        diagnostic_at(text_.path, Code::toml_syntax, cell.where,
                      inner.empty() ? "this is more than one value" : inner.list().front().message,
                      "write it on one line as in front matter, such as `[{ title = \"Guide\" }]`");
    diagnostics_.add(std::move(diagnostic));
    return std::nullopt;
  }

  static Value list_of(std::string_view text, const CsvCell& cell) {
    ValueList list;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(';'), text.size());
      const std::string_view item = without_space(text.substr(0, end));
      if (!item.empty()) list.push_back({std::string(item), cell.where});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {std::move(list), cell.where};
  }

  const SourceText& text_;
  Diagnostics& diagnostics_;
};

// --- from rows to pages ---

class RowReader {
 public:
  RowReader(const SourceText& text, const CsvRow& header, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics), cells_(text, diagnostics) {
    for (const CsvCell& cell : header.cells) {
      columns_.push_back(column_named(std::string(without_space(cell.text)), cell.where));
      if (!check(columns_.back())) columns_.back().top.clear();  // passed over
    }
  }

  [[nodiscard]] bool is_catalogue() const {
    return std::ranges::find(columns_, "url", &Column::top) != columns_.end();
  }

  std::optional<GivenPage> page_of(const CsvRow& row) {
    GivenPage page;
    page.where = row.where;
    const std::span<const Key> keys = keys_of(role_of(row));
    const std::size_t before = diagnostics_.list().size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool is_needed = !is_one_of(columns_[i].top, derived_columns) && is_known(columns_[i]);
      if (is_needed && !without_space(row.cells[i].text).empty()) {
        put(page.fields, columns_[i], row.cells[i], keys);
      }
    }
    return diagnostics_.list().size() == before ? std::optional(std::move(page)) : std::nullopt;
  }

 private:
  /// Whether the column can be used.
  bool check(const Column& column) {
    const std::string name = column.top + (column.inner.empty() ? "" : "." + column.inner);
    if (is_one_of(column.top, derived_columns)) return true;
    const auto same = [&](const Column& c) {
      return c.top == column.top && c.inner == column.inner;
    };
    if (std::ranges::count_if(columns_, same) > 1) {
      say(Code::bad_csv, column, "there are two columns " + in_ticks(name),
          "delete one of the two");
      return false;
    }
    if (is_known(column)) return true;
    const std::vector<std::string> known = known_columns();
    const auto meant = nearest(name, known);
    say(Code::unknown_key, column, "unknown column " + in_ticks(name),
        meant ? "did you mean " + in_ticks(*meant) + "?"
              : "the columns are " + one_of(known, known.size()));
    return false;
  }

  void say(Code code, const Column& column, std::string message, std::string help) {
    diagnostics_.add(
        diagnostic_at(text_.path, code, column.where, std::move(message), std::move(help)));
  }

  /// What is said wrongly is told when the page is taken.
  [[nodiscard]] FileRole role_of(const CsvRow& row) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].top != kind_key) continue;
      return role_named(without_space(row.cells[i].text)).value_or(FileRole::initiative);
    }
    return FileRole::initiative;
  }

  void put(ValueMap& fields, const Column& column, const CsvCell& cell, std::span<const Key> keys) {
    const Key* key = find_key(keys, column.top);
    if (key == nullptr) {  // a column of ours, or one that such a page does not have
      fields.push_back({column.top, cell.where, {cell.text, cell.where}});
    } else if (column.inner.empty()) {
      if (auto value = cells_.value_of(cell, *key)) add(fields, column, std::move(*value));
    } else if (auto value = cells_.value_of(cell, *find_key(key->children, column.inner))) {
      add_inner(fields, column, std::move(*value));
    }
  }

  void add(ValueMap& fields, const Column& column, Value value) {
    if (find(fields, column.top) != nullptr) return said_twice(column, value.where);
    fields.push_back({column.top, value.where, std::move(value)});
  }

  void add_inner(ValueMap& fields, const Column& column, Value value) {
    auto field = std::ranges::find(fields, column.top, &Field::key);
    if (field == fields.end()) {
      fields.push_back({column.top, value.where, {ValueMap{}, value.where}});
      field = fields.end() - 1;
    }
    auto* table = std::get_if<ValueMap>(&field->value.data);
    if (table == nullptr || find(*table, column.inner) != nullptr) {
      return said_twice(column, value.where);
    }
    table->push_back({column.inner, value.where, std::move(value)});
  }

  void said_twice(const Column& column, Span where) {
    diagnostics_.add(diagnostic_at(text_.path, Code::bad_csv, where,
                                   in_ticks(column.top) + " is said in two columns",
                                   "write the whole of it in one, or its parts in one each"));
  }

  const SourceText& text_;
  Diagnostics& diagnostics_;
  CellReader cells_;
  std::vector<Column> columns_;
};

/// `catalogue.csv` has the goal for a summary where there is none.
void drop_derived(ValueMap& fields) {
  const Value* found = find(fields, "goal");
  if (found == nullptr) return;
  const Value goal = *found;
  std::erase_if(fields,
                [&](const Field& field) { return field.key == "summary" && field.value == goal; });
}

}  // namespace

std::vector<GivenPage> pages_from_csv(const SourceText& text, Diagnostics& diagnostics) {
  const std::vector<CsvRow> rows = parse_csv(text, diagnostics);
  std::vector<GivenPage> pages;
  if (rows.empty()) {
    diagnostics.add(diagnostic_at(text.path, Code::bad_csv, {}, "there is nothing in this file",
                                  "write the names of the columns in its first line"));
    return pages;
  }
  if (rows.front().is_wrong) return pages;
  RowReader reader(text, rows.front(), diagnostics);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].is_wrong) continue;
    auto page = reader.page_of(rows[i]);
    if (!page || page->fields.empty()) continue;  // spreadsheets leave empty rows behind
    if (reader.is_catalogue()) drop_derived(page->fields);
    pages.push_back(std::move(*page));
  }
  return pages;
}

}  // namespace lamppost
