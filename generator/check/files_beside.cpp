#include "check/files_beside.h"

#include <algorithm>
#include <vector>

#include "check/replacement.h"
#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

/// The names of the files in a page's folder. A bundle's files have their folder's name in their
/// output path too, by which the assets are sorted.
std::vector<std::string> names_beside(const Site& site, const Origin& page) {
  const std::string folder = page.path.substr(0, page.path.rfind('/') + 1);
  std::vector<std::string> names;
  if (!page.is_bundle) return names;
  auto asset = std::lower_bound(
      site.assets.begin(), site.assets.end(), folder,
      [](const Asset& candidate, const std::string& path) { return candidate.output_path < path; });
  for (; asset != site.assets.end() && asset->output_path.starts_with(folder); ++asset) {
    if (asset->path.starts_with(folder)) names.push_back(asset->path.substr(folder.size()));
  }
  return names;
}

}  // namespace

Diagnostic missing_file(const Site& site, const Origin& page, const Located<std::string>& name) {
  Diagnostic diagnostic;
  diagnostic.code = Code::missing_file;
  diagnostic.file = page.file;
  diagnostic.where = name.where;
  diagnostic.message = "there is no file `" + name.value + "` beside this page";
  const std::vector<std::string> names = names_beside(site, page);
  if (const auto meant = nearest(name.value, names)) {
    diagnostic.help = "did you mean `" + *meant + "`?";
    diagnostic.fix = replacement(name, *meant);
  } else if (!names.empty()) {
    diagnostic.help =
        "the files beside it are " + one_of(names) + "; capital letters and the ending count";
  } else if (page.is_bundle) {
    diagnostic.help = "put `" + name.value + "` into the folder of `" + page.file + "`";
  } else {
    diagnostic.help = "a page with files is a folder: move this page to `" +
                      page.file.substr(0, page.file.rfind('/') + 1) + page.slug + "/index" +
                      (page.language.empty() ? "" : "." + page.language) +
                      ".md` and put the file beside it";
  }
  return diagnostic;
}

}  // namespace lamppost
