#include "exchange/page_record.h"

#include <algorithm>
#include <array>
#include <utility>

#include "toml/toml_writer.h"

namespace lamppost {
namespace {

constexpr std::array<std::pair<FileRole, std::string_view>, 4> kinds = {
    {{FileRole::initiative, "initiative"},
     {FileRole::cluster, "cluster"},
     {FileRole::free_page, "page"},
     {FileRole::home, "home"}}};

std::string_view folder_of(FileRole role) {
  if (role == FileRole::initiative) return "initiatives/";
  return role == FileRole::cluster ? "clusters/" : "pages/";
}

}  // namespace

std::optional<FileRole> role_named(std::string_view kind) {
  for (const auto& [role, name] : kinds) {
    if (name == kind) return role;
  }
  return std::nullopt;
}

std::string_view name_of(FileRole role) {
  const auto* const found =
      std::ranges::find(kinds, role, &std::pair<FileRole, std::string_view>::first);
  return found == kinds.end() ? std::string_view() : found->second;
}

std::span<const Key> keys_of(FileRole role) {
  if (role == FileRole::initiative) return initiative_keys();
  return role == FileRole::cluster ? cluster_keys() : free_page_keys();
}

void sort_keys(PageRecord& page) {
  const std::span<const Key> keys = keys_of(page.role);
  std::ranges::stable_sort(
      page.keys, {}, [&](const Field& field) { return find_key(keys, field.key) - keys.data(); });
}

std::string path_of(const PageRecord& page) {
  const std::string ending = (page.language.empty() ? "" : "." + page.language) + ".md";
  if (page.role == FileRole::home) return "_index" + ending;
  return std::string(folder_of(page.role)) + page.slug + (page.is_bundle ? "/index" : "") + ending;
}

std::string file_of(const PageRecord& page) {
  std::string text = "+++\n" + toml_document(page.keys) + "+++\n";
  if (!page.body.empty()) text += "\n" + page.body + "\n";
  return text;
}

}  // namespace lamppost
