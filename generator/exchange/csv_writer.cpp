#include "exchange/csv_writer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "data/csv_cell.h"
#include "exchange/csv_columns.h"
#include "toml/toml_writer.h"

namespace lamppost {
namespace {

/// Whether a list can be written with `;` between its texts, and read back.
bool is_plain_list(const ValueList& list) {
  const auto is_plain = [](const Value& item) {
    const std::string* text = item.text();
    return text != nullptr && !text->empty() && *text == without_space(*text) &&
           text->find(';') == std::string::npos && text->front() != '[';
  };
  return !list.empty() && std::ranges::all_of(list, is_plain);
}

/// Whether each key of a table can have a column of its own.
bool is_plain_table(const Value& value) {
  const ValueMap* map = value.map();
  if (map == nullptr || map->empty()) return false;
  return std::ranges::none_of(*map, [](const Field& field) {
    const std::string* text = field.value.text();
    return text != nullptr && without_space(*text).empty();
  });
}

std::string cell_of(const Value& value) {
  if (const std::string* text = value.text()) return csv_text_cell(*text);
  if (value.list() == nullptr || !is_plain_list(*value.list())) return csv_cell(toml_value(value));
  std::string joined;
  for (const Value& item : *value.list()) {
    joined.append(joined.empty() ? "" : "; ").append(*item.text());
  }
  return csv_text_cell(joined);
}

using Cells = std::vector<std::pair<std::string, std::string>>;  ///< by column

Cells cells_of(const PageRecord& page) {
  Cells cells = {{std::string(kind_key), std::string(name_of(page.role))},
                 {std::string(slug_key), page.slug},
                 {std::string(language_key), page.language},
                 {std::string(bundle_key), page.is_bundle ? "true" : ""},
                 {std::string(body_key), csv_text_cell(page.body)}};
  for (const Field& field : page.keys) {
    const Key* key = find_key(keys_of(page.role), field.key);
    if (key->type != KeyType::table || !is_plain_table(field.value)) {
      cells.emplace_back(field.key, cell_of(field.value));
      continue;
    }
    for (const Field& inner : *field.value.map()) {
      cells.emplace_back(field.key + "." + inner.key, cell_of(inner.value));
    }
  }
  return cells;
}

/// Every column there may be, in order.
std::vector<std::string> all_columns() {
  std::vector<std::string> names(own_columns.begin(), own_columns.end() - 1);
  for (const FileRole role : exchanged_roles) {
    for (const Key& key : keys_of(role)) {
      const std::string name(key.name);
      if (is_one_of(name, names)) continue;
      names.push_back(name);
      if (key.type != KeyType::table) continue;
      for (const Key& inner : key.children) names.push_back(name + "." + std::string(inner.name));
    }
  }
  names.emplace_back(body_key);
  return names;
}

}  // namespace

std::string csv_of(std::span<const PageRecord> pages) {
  std::vector<Cells> rows;
  std::vector<std::string> used;
  for (const PageRecord& page : pages) {
    rows.push_back(cells_of(page));
    for (const auto& [column, cell] : rows.back()) {
      if (!cell.empty() && !is_one_of(column, used)) used.push_back(column);
    }
  }
  std::vector<std::string> columns = all_columns();
  std::erase_if(columns, [&](const std::string& name) { return !is_one_of(name, used); });
  std::string csv;
  if (columns.empty()) columns.emplace_back(kind_key);
  add_csv_line(csv, columns);
  for (const Cells& row : rows) {
    std::vector<std::string> line(columns.size());
    for (const auto& [column, cell] : row) {
      if (cell.empty()) continue;
      const auto place = std::ranges::find(columns, column);
      line[static_cast<std::size_t>(place - columns.begin())] = cell;
    }
    add_csv_line(csv, line);
  }
  return csv;
}

}  // namespace lamppost
