#pragma once

#include <set>
#include <stdexcept>
#include <string>

#include "model/page_plan.h"
#include "view/view.h"

namespace lamppost::test {

/// The plan of an edition's home page, as far as views look at it.
inline PagePlan plan_in(std::uint32_t edition) {
  PagePlan plan;
  plan.address = "/";
  plan.edition = edition;
  return plan;
}

/// What a view has at a path: names, and numbers for the entries of lists: `cards.0.title`.
inline const View& at(const View& view, const std::string& path) {
  if (path.empty()) return view;
  const std::size_t dot = path.find('.');
  const std::string name = path.substr(0, dot);
  const std::string rest = dot == std::string::npos ? "" : path.substr(dot + 1);
  const View* next = view.find(Name::of(name));
  if (view.list() != nullptr) next = &view.list()->at(std::stoul(name));
  if (next == nullptr) throw std::out_of_range("the view has no " + path);
  return at(*next, rest);
}

/// The text or markup there; `false` and `true` for a flag.
inline std::string text_at(const View& view, const std::string& path) {
  const View& found = at(view, path);
  if (found.text() != nullptr) return *found.text();
  if (found.html() != nullptr) return found.html()->markup();
  if (found.flag() != nullptr) return *found.flag() ? "true" : "false";
  throw std::logic_error(path + " is a list or a map");
}

inline std::size_t size_at(const View& view, const std::string& path) {
  return at(view, path).list()->size();
}

/// Every name of a view with its dots, `[]` for the entries of a list, down to what is no map; what
/// lies below `t` and `extra` is the theme's and the content's own.
inline void add_names(const View& view, const std::string& path, std::set<std::string>& names) {
  const std::string last = path.substr(path.rfind('.') + 1);
  const bool is_free = path == "t" || last == "extra";
  if (view.map() != nullptr && !is_free) {
    for (std::size_t i = 0; i < view.map()->size(); ++i) {
      const std::string name(view.map()->name(i).text());
      add_names(view.map()->value(i), path.empty() ? name : path + "." + name, names);
    }
  } else if (view.list() != nullptr && !view.list()->empty()) {
    for (const View& entry : *view.list()) add_names(entry, path + "[]", names);
  } else {
    names.insert(path);
  }
}

inline std::set<std::string> names_of(const View& view) {
  std::set<std::string> names;
  add_names(view, "", names);
  return names;
}

}  // namespace lamppost::test
