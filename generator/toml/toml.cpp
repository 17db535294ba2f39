#include "toml/toml.h"

#include <algorithm>
#include <string>
#include <toml++/toml.h>
#include <utility>
#include <variant>
#include <vector>

#include "toml/mended_copy.h"
#include "toml/toml_mistakes.h"
#include "toml/toml_scan.h"

namespace lamppost {
namespace {

/// From toml++'s lines and columns (both from 1, columns in code points, lines ending at LF) to
/// bytes of the whole file. Every code point's place is noted once, so that a long line with many
/// values is not counted through for each of them.
class Places {
 public:
  Places(std::string_view bytes, Span region) {
    characters_.reserve(region.size() + 1);
    lines_.push_back(0);
    for (auto i = region.begin; i < region.end; ++i) {
      const bool continues = (static_cast<unsigned char>(bytes[i]) & 0xC0U) == 0x80U;
      if (continues) continue;
      characters_.push_back(i);
      if (bytes[i] == '\n') lines_.push_back(characters_.size());
    }
    characters_.push_back(region.end);
  }

  [[nodiscard]] std::uint32_t offset(const toml::source_position& place) const {
    if (place.line < 1 || place.line > lines_.size()) return characters_.back();
    const auto column = std::max<std::size_t>(place.column, 1) - 1;
    return characters_[std::min(lines_[place.line - 1] + column, characters_.size() - 1)];
  }

  [[nodiscard]] Span span(const toml::source_region& region) const {
    const auto begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  std::vector<std::uint32_t> characters_;  // the first byte of each, then the region's end
  std::vector<std::size_t> lines_;         // each line's first character
};

class Converter {
 public:
  Converter(std::string_view bytes, const Places& places) : bytes_(bytes), places_(places) {}

  /// toml++ sorts a table's keys; here they stand in the order written.
  [[nodiscard]] ValueMap map_of(const toml::table& table) const {
    std::vector<std::pair<const toml::key*, const toml::node*>> written;
    written.reserve(table.size());
    for (const auto& [key, node] : table) written.emplace_back(&key, &node);
    std::sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    ValueMap map;
    map.reserve(written.size());
    for (const auto& [key, node] : written) {
      map.push_back({std::string(key->str()), places_.span(key->source()), value_of(*node)});
    }
    return map;
  }

 private:
  [[nodiscard]] Value value_of(const toml::node& node) const {
    Value value{false, place_of(node)};
    if (const auto* text = node.as_string()) {
      value.data = text->get();
    } else if (const auto* integer = node.as_integer()) {
      value.data = integer->get();
    } else if (const auto* decimal = node.as_floating_point()) {
      value.data = decimal->get();
    } else if (const auto* flag = node.as_boolean()) {
      value.data = flag->get();
    } else if (const auto* date = node.as_date()) {
      value.data = Date(std::chrono::year(date->get().year), std::chrono::month(date->get().month),
                        std::chrono::day(date->get().day));
    } else if (const auto* list = node.as_array()) {
      value.data = list_of(*list);
    } else if (const auto* table = node.as_table()) {
      value.data = map_of(*table);
    } else {  // a time, or a date with a time
      value.data = std::string(bytes_.substr(value.where.begin, value.where.size()));
    }
    return value;
  }

  [[nodiscard]] ValueList list_of(const toml::array& array) const {
    ValueList list;
    list.reserve(array.size());
    for (const auto& node : array) list.push_back(value_of(node));
    return list;
  }

  /// A value as written. Of a table with a header that is the header; toml++ counts what follows to
  /// it or not, depending on its version.
  [[nodiscard]] Span place_of(const toml::node& node) const {
    const auto where = places_.span(node.source());
    const bool has_header = where.begin < bytes_.size() && bytes_[where.begin] == '[';
    const auto* table = node.as_table();
    if (table == nullptr && node.as_array() != nullptr && !node.as_array()->empty()) {
      table = node.as_array()->front().as_table();
    }
    if (table == nullptr || table->is_inline() || !has_header) return where;
    return toml_header(bytes_, where.begin);
  }

  std::string_view bytes_;
  const Places& places_;
};

/// More mistakes of one document are not told.
constexpr std::size_t most_told = 50;
/// Nor are more looked for when so many bytes have been read for them.
constexpr std::size_t most_looked_at = 4U << 20U;

/// Where reading ended, and why.
struct Stop {
  std::uint32_t at = 0;
  std::string complaint;
  bool is_too_deep = false;
};

/// The values, or the first mistake.
std::variant<ValueMap, Stop> read_once(const SourceText& text, Span region) {
  // toml++ bounds the depth of brackets but not of dotted keys, which overflow its stack.
  const auto scan = scan_toml(text.bytes, region, region.end);
  if (scan.too_deep) return Stop{*scan.too_deep, {}, true};
  const Places places(text.bytes, region);
  try {
    const auto table =
        toml::parse(std::string_view(text.bytes).substr(region.begin, region.size()));
    return Converter(text.bytes, places).map_of(table);
  } catch (const toml::parse_error& error) {
    return Stop{places.offset(error.source().begin), std::string(error.description())};
  }
}

Diagnostic explained(const SourceText& text, Span region, const Stop& stop) {
  if (!stop.is_too_deep) return explain_toml_mistake(text, region, stop.at, stop.complaint);
  return diagnostic_at(text.path, Code::toml_syntax, {stop.at, stop.at + 1},
                       "tables and lists lie too deep inside each other",
                       "use at most " + std::to_string(max_toml_depth) + " levels");
}

}  // namespace

TomlReading read_toml(const SourceText& text, Span region, Diagnostics& diagnostics) {
  auto read = read_once(text, region);
  if (auto* const values = std::get_if<ValueMap>(&read)) return {std::move(*values)};
  MendedCopy copy(text, region);
  std::size_t looked_at = 0;
  for (std::size_t told = 1; told <= most_told; ++told) {
    const auto stop = std::get<Stop>(std::move(read));
    const auto diagnostic = explained(copy.text(), copy.region(), stop);
    diagnostics.add(copy.in_original(diagnostic));
    const MistakePlace place(copy.text(), copy.region(), stop.at, stop.complaint);
    const int edits = copy.edits();
    looked_at += copy.region().size();
    if (stop.is_too_deep || told == most_told || looked_at > most_looked_at) {
      copy.cut(diagnostic, place);
    } else {
      copy.mend(diagnostic, place);
    }
    if (copy.edits() == edits) break;
    read = read_once(copy.text(), copy.region());
    if (auto* const values = std::get_if<ValueMap>(&read))
      return {copy.in_original(std::move(*values)), copy.is_whole()};
  }
  return {{}, false};
}

std::optional<ValueMap> parse_toml(const SourceText& text, Span region, Diagnostics& diagnostics) {
  Diagnostics mistakes;
  auto read = read_toml(text, region, mistakes);
  const bool is_right = mistakes.empty();
  diagnostics.append(std::move(mistakes));
  return is_right ? std::optional(std::move(read.values)) : std::nullopt;
}

Span toml_region(const SourceText& text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t begin = text.bytes.starts_with(mark) ? mark.size() : 0;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.bytes.size())};
}

}  // namespace lamppost
