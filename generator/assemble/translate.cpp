#include "assemble/translate.h"

#include <algorithm>
#include <array>

namespace lamppost {
namespace {

void take(std::string& text, const std::string& translation) {
  if (!translation.empty()) text = translation;
}

void take(Located<std::string>& text, const Located<std::string>& translation) {
  if (!translation.value.empty()) text = translation;
}

/// Takes over one text of each entry.
template <auto text, typename Entry>
void take_each(std::vector<Entry>& entries, const std::vector<Entry>& translations) {
  const std::size_t count = std::min(entries.size(), translations.size());
  for (std::size_t i = 0; i < count; ++i) take(entries[i].*text, translations[i].*text);
}

void take(std::optional<Image>& image, const std::optional<Image>& translation) {
  if (image && translation) take(image->alt, translation->alt);
}

void take(ValueMap& map, const ValueMap& translation);

void take(Value& value, const Value& translation) {
  auto* map = std::get_if<ValueMap>(&value.data);
  const ValueMap* map_translation = translation.map();
  if (map != nullptr && map_translation != nullptr) {
    take(*map, *map_translation);
  } else {
    value = translation;
  }
}

/// `extra`: tables are joined key by key, everything else is replaced.
void take(ValueMap& map, const ValueMap& translation) {
  for (const Field& field : translation) {
    const auto same = std::find_if(map.begin(), map.end(),
                                   [&](const Field& other) { return other.key == field.key; });
    if (same == map.end()) {
      map.push_back(field);
    } else {
      take(same->value, field.value);
    }
  }
}

}  // namespace

std::span<const std::string_view> translatable_keys() {
  static constexpr std::array<std::string_view, 13> keys = {"title",
                                                            "goal",
                                                            "summary",
                                                            "members.name",
                                                            "members.role",
                                                            "documents.title",
                                                            "projects.title",
                                                            "projects.programme",
                                                            "discussions.title",
                                                            "image.alt",
                                                            "target.unit",
                                                            "milestones.title",
                                                            "extra"};
  return keys;
}

bool is_translatable(std::string_view key) {
  const auto keys = translatable_keys();
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

Initiative translated(const Initiative& page, const Initiative& translation) {
  Initiative result = page;
  result.origin = translation.origin;
  take(result.title, translation.title);
  take(result.goal, translation.goal);
  take(result.summary, translation.summary);
  take_each<&Member::name>(result.members.entries, translation.members.entries);
  take_each<&Member::role>(result.members.entries, translation.members.entries);
  take_each<&Document::title>(result.documents.entries, translation.documents.entries);
  take_each<&Project::title>(result.projects.entries, translation.projects.entries);
  take_each<&Project::programme>(result.projects.entries, translation.projects.entries);
  take_each<&Discussion::title>(result.discussions.entries, translation.discussions.entries);
  take_each<&Milestone::title>(result.milestones, translation.milestones);
  take(result.image, translation.image);
  if (result.target && translation.target) take(result.target->unit, translation.target->unit);
  take(result.extra, translation.extra);
  return result;
}

Cluster translated(const Cluster& page, const Cluster& translation) {
  Cluster result = page;
  result.origin = translation.origin;
  take(result.title, translation.title);
  take(result.summary, translation.summary);
  take(result.image, translation.image);
  take(result.extra, translation.extra);
  return result;
}

FreePage translated(const FreePage& page, const FreePage& translation) {
  FreePage result = page;
  result.origin = translation.origin;
  take(result.title, translation.title);
  take(result.summary, translation.summary);
  take(result.extra, translation.extra);
  return result;
}

}  // namespace lamppost
