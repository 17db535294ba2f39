#include "view/view.h"

#include <algorithm>
#include <cassert>

namespace lamppost {

const View* View::find(std::string_view name) const {
  const Map* names = map();
  if (names == nullptr) return nullptr;
  const auto found = std::find_if(names->begin(), names->end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == names->end() ? nullptr : &found->second;
}

View* View::find(std::string_view name) {
  return const_cast<View*>(std::as_const(*this).find(name));  // NOLINT: the same look-up
}

void View::set(std::string name, View value) {
  if (map() == nullptr) data_ = Map{};
  assert(find(name) == nullptr);
  map()->emplace_back(std::move(name), std::move(value));
}

View optional_text(std::string text) { return text.empty() ? View(false) : View(std::move(text)); }

View optional_html(Html markup) { return markup.empty() ? View(false) : View(std::move(markup)); }

void set_list(View& view, const std::string& name, View::List list) {
  view.set("has_" + name, !list.empty());
  view.set(name, std::move(list));
}

}  // namespace lamppost
