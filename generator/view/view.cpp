#include "view/view.h"

#include <algorithm>
#include <cassert>

namespace lamppost {

View::Map::Map(std::initializer_list<Entry> entries) {
  names_.reserve(entries.size());
  values_.reserve(entries.size());
  for (const Entry& entry : entries) add(std::string(entry.name), std::move(entry.value));
}

void View::Map::add(std::string name, View value) {
  names_.push_back(std::move(name));
  values_.push_back(std::move(value));
}

std::size_t View::Map::place_of(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin());
}

View::View(Map map) : data_(std::move(map)) {}

View View::shared(View view) {
  if (std::holds_alternative<Shared>(view.data_)) return view;
  View shared;
  shared.data_ = std::make_shared<const View>(std::move(view));
  return shared;
}

View& View::own() {
  if (std::holds_alternative<Shared>(data_)) *this = View(plain());
  return *this;
}

View::List* View::list() { return std::get_if<List>(&own().data_); }

View::Map* View::map() { return std::get_if<Map>(&own().data_); }

const View* View::find(std::string_view name) const {
  const Map* names = map();
  const std::size_t place = names == nullptr ? 0 : names->place_of(name);
  return names == nullptr || place == names->size() ? nullptr : &names->value(place);
}

View* View::find(std::string_view name) {
  Map* names = map();
  const std::size_t place = names == nullptr ? 0 : names->place_of(name);
  return names == nullptr || place == names->size() ? nullptr : &names->value(place);
}

void View::set(std::string name, View value) {
  if (map() == nullptr) data_ = Map{};
  assert(find(name) == nullptr);
  map()->add(std::move(name), std::move(value));
}

bool operator==(const View& a, const View& b) { return a.plain().data_ == b.plain().data_; }

View optional_text(std::string text) { return text.empty() ? View(false) : View(std::move(text)); }

View optional_html(Html markup) { return markup.empty() ? View(false) : View(std::move(markup)); }

void set_list(View& view, const std::string& name, View::List list) {
  set_list_view(view, name, std::move(list));
}

void set_list_view(View& view, const std::string& name, View list) {
  view.set("has_" + name, !std::as_const(list).list()->empty());
  view.set(name, std::move(list));
}

}  // namespace lamppost
