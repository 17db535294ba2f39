#include "view/words.h"

namespace lamppost {
namespace {

/// Puts a text under its dotted key. Where a key is at once a text and the beginning of another
/// (TOML does not allow it, but a child theme may), the first stays.
void place(View& view, std::string_view key, std::string text) {
  const std::size_t dot = key.find('.');
  const Name name = Name::kept(key.substr(0, dot));
  View* there = view.find(name);
  if (dot == std::string_view::npos) {
    if (there == nullptr) view.set(name, std::move(text));
    return;
  }
  if (there == nullptr) {
    view.set(name, View::Map{});
    there = view.find(name);
  }
  if (there->map() != nullptr) place(*there, key.substr(dot + 1), std::move(text));
}

}  // namespace

View Words::all() const {
  View view(View::Map{});
  if (names() == nullptr) return view;
  for (const auto& [key, english] : names()->texts) place(view, key, text(key));
  return view;
}

}  // namespace lamppost
