#include "assemble/published_assets.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>

namespace lamppost {
namespace {

constexpr std::size_t not_published = std::numeric_limits<std::size_t>::max();

/// Whether a file lies in the folder of a page that is a draft.
bool is_of_draft(const Site& site, const std::string& path) {
  const std::size_t folder = path.find('/');
  const std::size_t slug = folder == std::string::npos ? folder : path.find('/', folder + 1);
  if (slug == std::string::npos) return false;
  const auto page = site.by_source.find(path.substr(0, slug) + "/index.md");
  return page != site.by_source.end() && page->second.kind == PageRef::Kind::draft;
}

/// The name of the folder a file lies in: `marketplace` for `themes/marketplace/theme.toml`.
std::string_view folder_name(std::string_view file) {
  const std::size_t end = std::min(file.rfind('/'), file.size());
  const std::string_view folder = file.substr(0, end);
  return folder.substr(folder.rfind('/') + 1);
}

bool is_linked(const Theme& theme, const std::string& output_path) {
  const auto names_it = [&](const std::vector<Located<std::string>>& files) {
    return std::any_of(files.begin(), files.end(),
                       [&](const auto& file) { return file.value == output_path; });
  };
  return std::any_of(theme.chain.begin(), theme.chain.end(), [&](const ThemeManifest& manifest) {
    const auto& scripts = manifest.layout_scripts;
    return names_it(manifest.styles) || names_it(manifest.scripts) ||
           std::any_of(scripts.begin(), scripts.end(), [&](const LayoutScript& script) {
             return script.file.value == output_path;
           });
  });
}

/// How near a theme's file is: the theme's own before its parents', and of one theme in two places
/// the one beside the theme.toml that counts.
std::size_t distance(const Theme& theme, const Asset& asset) {
  if (is_linked(theme, asset.output_path)) return not_published;
  const std::size_t static_folder =
      asset.file.size() - asset.path.size() + asset.path.find("static/");
  const std::string folder = asset.file.substr(0, static_folder);
  for (std::size_t i = 0; i < theme.chain.size(); ++i) {
    const std::string& manifest = theme.chain[i].path;
    if (folder_name(manifest) != folder_name(folder)) continue;
    return 2 * i + (manifest.starts_with(folder) ? 0 : 1);
  }
  return not_published;
}

bool is_of_theme(const Asset& asset) {
  const std::size_t folder = asset.path.find("static/");
  return folder != std::string::npos && !asset.path.starts_with("initiatives/");
}

}  // namespace

std::vector<Asset> published_assets(const Site& site, std::vector<Asset> assets) {
  struct Candidate {
    Asset asset;
    bool is_of_theme;
    std::size_t distance;
  };
  std::vector<Candidate> candidates;
  for (Asset& asset : assets) {
    const bool of_theme = is_of_theme(asset);
    if (!of_theme && is_of_draft(site, asset.path)) continue;
    const std::size_t far = of_theme ? distance(site.theme, asset) : 0;
    if (far != not_published) candidates.push_back({std::move(asset), of_theme, far});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.asset.output_path, a.is_of_theme, a.distance, a.asset.file) <
           std::tie(b.asset.output_path, b.is_of_theme, b.distance, b.asset.file);
  });
  std::vector<Asset> published;
  const Candidate* before = nullptr;
  for (Candidate& candidate : candidates) {
    const bool is_covered = before != nullptr && before->is_of_theme && candidate.is_of_theme &&
                            published.back().output_path == candidate.asset.output_path;
    before = &candidate;
    if (!is_covered) published.push_back(std::move(candidate.asset));
  }
  return published;
}

}  // namespace lamppost
