#include "view/extra_views.h"

#include <array>
#include <charconv>
#include <set>
#include <string>

namespace lamppost {
namespace {

std::string shortest(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

/// Gives all entries of a list the names that any of them has, `false` where it has none: else a
/// name missing in one would be taken from the page around it.
void share_names(View::List& entries) {
  std::set<std::string_view> names;  // they are kept
  for (const View& entry : entries) {
    if (entry.map() == nullptr) continue;
    for (std::size_t i = 0; i < entry.map()->size(); ++i) names.insert(entry.map()->name(i).text());
  }
  for (View& entry : entries) {
    if (entry.map() == nullptr) continue;
    for (const std::string_view name : names) {
      if (entry.find(Name::of(name)) == nullptr) entry.set(Name::of(name), false);
    }
  }
}

View value_view(const Value& value) {
  if (const std::string* text = value.text()) return optional_text(*text);
  if (const bool* flag = value.boolean()) return *flag;
  if (const std::int64_t* number = value.integer()) return std::to_string(*number);
  if (const double* number = value.decimal()) return shortest(*number);
  if (const Date* date = value.date()) return iso_date(*date);
  if (const ValueMap* map = value.map()) return extra_view(*map);
  View::List entries;
  for (const Value& entry : *value.list()) entries.push_back(value_view(entry));
  share_names(entries);
  return entries;
}

}  // namespace

View extra_view(const ValueMap& extra) {
  View view(View::Map{});
  for (const Field& field : extra) view.set(Name::kept(field.key), value_view(field.value));
  return view;
}

}  // namespace lamppost
