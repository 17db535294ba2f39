#include "read/file_types.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lamppost {
namespace {

constexpr std::array<std::string_view, 6> pictures = {"png", "jpg", "jpeg", "gif", "webp", "avif"};

constexpr std::array<std::string_view, 18> documents = {
    "pdf",  "txt", "csv",  "tsv", "json",    "xlsx", "ods", "docx", "odt",
    "pptx", "odp", "epub", "zip", "geojson", "mp3",  "mp4", "webm", "vtt"};

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending;
}

bool is_publishable(std::string_view ending) {
  return contains(pictures, ending) || contains(documents, ending);
}

std::string publishable_endings() {
  std::string list;
  for (const std::string_view ending : pictures) (list += ending) += ", ";
  for (const std::string_view ending : documents) (list += ending) += ", ";
  list.resize(list.size() - 2);
  return list;
}

bool is_picture(std::string_view ending) { return contains(pictures, ending); }

}  // namespace lamppost
