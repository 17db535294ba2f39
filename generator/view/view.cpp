#include "view/view.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace lamppost {

View::Map::Map(std::initializer_list<Entry> entries) {
  names_.reserve(entries.size());
  values_.reserve(entries.size());
  for (const Entry& entry : entries) add(entry.name, std::move(entry.value));
}

void View::Map::add(Name name, View value) {
  names_.push_back(name);
  values_.push_back(std::move(value));
}

void View::Map::shrink_to_fit() {
  names_.shrink_to_fit();
  values_.shrink_to_fit();
}

std::size_t View::Map::place_of(Name name) const {
  return static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
}

View::View(Map map) : data_(std::move(map)) {}

View View::shared(View view) {
  if (std::holds_alternative<Shared>(view.data_)) return view;
  // It is kept for long, and there may be one for every page.
  if (Map* names = view.map()) names->shrink_to_fit();
  const auto held = std::make_shared<Held>();
  held->hash = view.hash();
  held->view = std::move(view);
  View shared;
  shared.data_ = Shared(held);
  return shared;
}

const std::string* View::kept(const Hash128& program) const {
  const auto* shared = std::get_if<Shared>(&data_);
  return shared == nullptr ? nullptr : (*shared)->printed.find(program);
}

void View::keep(const Hash128& program, std::string_view printed) const {
  if (const auto* shared = std::get_if<Shared>(&data_)) (*shared)->printed.add(program, printed);
}

namespace {

template <typename Number>
void append_number(std::string& bytes, Number number) {
  std::array<char, sizeof number> raw{};
  std::memcpy(raw.data(), &number, sizeof number);
  bytes.append(raw.data(), raw.size());
}

void append_text(std::string& bytes, char kind, std::string_view text) {
  bytes += kind;
  append_number(bytes, text.size());
  bytes += text;
}

}  // namespace

Hash128 View::hash() const {
  if (const auto* shared = std::get_if<Shared>(&data_)) return (*shared)->hash;
  std::string bytes;
  append_bytes(bytes);
  return hash128(bytes);
}

void View::append_bytes(std::string& bytes) const {
  if (const bool* flag = this->flag()) {
    bytes += *flag ? 'y' : 'n';
  } else if (const std::string* text = this->text()) {
    append_text(bytes, 't', *text);
  } else if (const Html* html = this->html()) {
    append_text(bytes, 'h', html->markup());
  } else if (const List* list = this->list()) {
    bytes += 'l';
    append_number(bytes, list->size());
    for (const View& entry : *list) append_hashed(bytes, entry);
  } else {
    const Map& map = *this->map();
    bytes += 'm';
    append_number(bytes, map.size());
    for (std::size_t i = 0; i < map.size(); ++i) {
      append_text(bytes, 'k', map.name(i).text());
      append_hashed(bytes, map.value(i));
    }
  }
}

/// A map or list in another stands there as its hash: so it is the same whether shared or not.
void View::append_hashed(std::string& bytes, const View& inner) {
  if (inner.map() == nullptr && inner.list() == nullptr) return inner.append_bytes(bytes);
  const Hash128 hash = inner.hash();
  bytes += '#';
  append_number(bytes, hash.high);
  append_number(bytes, hash.low);
}

View& View::own() {
  if (std::holds_alternative<Shared>(data_)) *this = View(plain());
  return *this;
}

View::List* View::list() { return std::get_if<List>(&own().data_); }

View::Map* View::map() { return std::get_if<Map>(&own().data_); }

const View* View::find(Name name) const {
  const Map* names = map();
  const std::size_t place = names == nullptr ? 0 : names->place_of(name);
  return names == nullptr || place == names->size() ? nullptr : &names->value(place);
}

View* View::find(Name name) {
  Map* names = map();
  const std::size_t place = names == nullptr ? 0 : names->place_of(name);
  return names == nullptr || place == names->size() ? nullptr : &names->value(place);
}

void View::set(Name name, View value) {
  if (map() == nullptr) data_ = Map{};
  assert(find(name) == nullptr);
  map()->add(name, std::move(value));
}

bool operator==(const View& a, const View& b) { return a.plain().data_ == b.plain().data_; }

View optional_text(std::string text) { return text.empty() ? View(false) : View(std::move(text)); }

View optional_html(Html markup) { return markup.empty() ? View(false) : View(std::move(markup)); }

void add_list(View& view, Name name, Name has, View list) {
  view.set(has, !std::as_const(list).list()->empty());
  view.set(name, std::move(list));
}

}  // namespace lamppost
