#include "exchange/json_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "data/json_writer.h"
#include "exchange/json_values.h"
#include "toml/toml_writer.h"

namespace lamppost {
namespace {

/// What a build adds to a page of `catalogue.json`.
constexpr std::array<std::string_view, 8> derived_keys = {
    "url", "language", "translations", "text_hash", "totals", "initiatives", "also_lists", "kind"};

struct CatalogueList {
  std::string_view name;
  FileRole role;
};

constexpr std::array<CatalogueList, 3> catalogue_lists = {{{"clusters", FileRole::cluster},
                                                           {"initiatives", FileRole::initiative},
                                                           {"pages", FileRole::free_page}}};

bool is_empty(const Value& value) {
  const bool* flag = value.boolean();
  return (flag != nullptr && !*flag) || (value.list() != nullptr && value.list()->empty()) ||
         (value.map() != nullptr && value.map()->empty());
}

/// A figure's entries, else its number.
Value figure_of(const ValueMap& figure, Span where) {
  const Value* entries = find(figure, "entries");
  if (entries != nullptr && entries->list() != nullptr && !entries->list()->empty()) {
    return *entries;
  }
  const Value* count = find(figure, "count");
  return count == nullptr ? Value{std::int64_t{0}, where} : *count;
}

/// The name of a file beside a page from its URL.
void make_local(Value& value, std::string_view page_url, bool& is_bundle) {
  auto* url = std::get_if<std::string>(&value.data);
  if (url == nullptr || page_url.empty() || !url->starts_with(page_url)) return;
  url->erase(0, page_url.size());
  is_bundle = true;
}

void make_local_in(Value& value, std::string_view page_url, bool& is_bundle) {
  if (auto* list = std::get_if<ValueList>(&value.data)) {
    for (Value& item : *list) make_local_in(item, page_url, is_bundle);
  }
  auto* map = std::get_if<ValueMap>(&value.data);
  if (map == nullptr) return;
  for (Field& field : *map) {
    if (field.key == "src" || field.key == "file") make_local(field.value, page_url, is_bundle);
  }
}

/// Takes away what a build has added.
ValueMap as_written(const ValueMap& built, FileRole role, Span where) {
  const Value* url = find(built, "url");
  const std::string page_url = url != nullptr && url->text() != nullptr ? *url->text() : "";
  const Value* goal = find(built, "goal");
  ValueMap written = {{std::string(kind_key), where, {std::string(name_of(role)), where}}};
  bool is_bundle = false;
  for (Field field : built) {
    const bool is_derived = std::ranges::find(derived_keys, field.key) != derived_keys.end();
    const bool is_goal = field.key == "summary" && goal != nullptr && field.value == *goal;
    if (is_derived || is_goal || is_empty(field.value)) continue;
    const Key* key = find_key(keys_of(role), field.key);
    const ValueMap* map = field.value.map();
    if (key != nullptr && key->type == KeyType::figure && map != nullptr) {
      field.value = figure_of(*map, field.value.where);
    }
    if (field.key != "extra") make_local_in(field.value, page_url, is_bundle);
    written.push_back(std::move(field));
  }
  if (is_bundle) written.push_back({std::string(bundle_key), where, {true, where}});
  return written;
}

void add_page(const Value& value, std::optional<FileRole> built_role, const SourceText& text,
              std::vector<GivenPage>& pages, Diagnostics& diagnostics) {
  const ValueMap* map = value.map();
  if (map == nullptr) {
    diagnostics.add(diagnostic_at(text.path, Code::bad_json, value.where, "this is no page",
                                  "write an object with the page's keys: { \"title\": \"…\" }"));
    return;
  }
  pages.push_back({built_role ? as_written(*map, *built_role, value.where) : *map, value.where});
}

}  // namespace

std::vector<GivenPage> pages_from_json(const SourceText& text, Diagnostics& diagnostics) {
  std::vector<GivenPage> pages;
  const auto root = parse_json(text, diagnostics);
  if (!root) return pages;
  if (const ValueList* list = root->list()) {
    for (const Value& value : *list) add_page(value, std::nullopt, text, pages, diagnostics);
    return pages;
  }
  const ValueMap* catalogue = root->map();
  const Value* initiatives = catalogue == nullptr ? nullptr : find(*catalogue, "initiatives");
  if (initiatives == nullptr || initiatives->list() == nullptr) {
    diagnostics.add(diagnostic_at(
        text.path, Code::bad_json, {root->where.begin, root->where.begin + 1},
        "there is no list of pages here", "give a list of objects, or a catalogue.json"));
    return pages;
  }
  for (const auto& [name, role] : catalogue_lists) {
    const Value* list = find(*catalogue, name);
    if (list == nullptr || list->list() == nullptr) continue;
    for (const Value& value : *list->list()) add_page(value, role, text, pages, diagnostics);
  }
  return pages;
}

namespace {

class PageWriter {
 public:
  explicit PageWriter(std::string& out) : json_(out) {}

  void all(std::span<const PageRecord> pages) {
    json_.begin_array();
    for (const PageRecord& page : pages) one(page);
    json_.end_array();
  }

 private:
  void one(const PageRecord& page) {
    json_.begin_object();
    json_.field(kind_key, name_of(page.role));
    if (!page.slug.empty()) json_.field(slug_key, page.slug);
    if (!page.language.empty()) json_.field(language_key, page.language);
    if (page.is_bundle) {
      json_.key(bundle_key);
      json_.flag(true);
    }
    fields(page.keys, true);
    if (!page.body.empty()) json_.field(body_key, page.body);
    json_.end_object();
  }

  /// A date that a key asks for may be a text; under `extra` nothing says that it is one.
  void fields(const ValueMap& map, bool are_known) {
    for (const Field& field : map) {
      json_.key(field.key);
      value(field.value, are_known && field.key != "extra");
    }
  }

  void value(const Value& value, bool is_known) {
    if (const bool* flag = value.boolean()) return json_.flag(*flag);
    if (const std::int64_t* integer = value.integer()) return json_.integer(*integer);
    if (const double* number = value.decimal()) return decimal(*number);
    if (const std::string* text = value.text()) return json_.text(*text);
    if (const Date* date = value.date())
      return is_known ? json_.date(*date) : as_toml(toml_value(value));
    if (const ValueMap* map = value.map()) {
      json_.begin_object();
      fields(*map, is_known);
      json_.end_object();
      return;
    }
    json_.begin_array();
    for (const Value& item : *value.list()) this->value(item, is_known);
    json_.end_array();
  }

  /// `JsonWriter` writes 2.0 as 2, which would be read as a whole number.
  void decimal(double number) {
    const bool is_whole = std::isfinite(number) && number == std::trunc(number);
    if (!is_whole && std::isfinite(number)) return json_.number(number);
    as_toml(toml_value({number, {}}));
  }

  void as_toml(const std::string& toml) {
    json_.begin_object();
    json_.field("$toml", toml);
    json_.end_object();
  }

  JsonWriter json_;
};

}  // namespace

std::string json_of(std::span<const PageRecord> pages) {
  std::string text;
  PageWriter(text).all(pages);
  text += '\n';
  return text;
}

}  // namespace lamppost
