#pragma once

#include <string>
#include <vector>

#include "read/source_tree.h"
#include "support/temporary_folder.h"

namespace lamppost::test {

/// A site's folders, and what is found in them.
struct FoundSite {
  TemporaryFolder folder;
  Diagnostics diagnostics;

  explicit FoundSite(const std::vector<std::string>& files) {
    folder.write("content/.keep", "");
    for (const std::string& file : files) folder.write(file, "");
  }

  [[nodiscard]] Folders folders() const {
    return {folder.path() + "/content", {folder.path() + "/themes"}, folder.path() + "/public"};
  }

  [[nodiscard]] SourceTree find() { return find_sources(folders(), diagnostics); }

  /// `code file` of each diagnostic, the file below the site's folder.
  [[nodiscard]] std::vector<std::string> complaints() {
    diagnostics.sort();
    std::vector<std::string> complaints;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      complaints.push_back(std::string(info(diagnostic.code).name) + ' ' +
                           diagnostic.file.substr(folder.path().size() + 1));
    }
    return complaints;
  }

  /// The help of the only diagnostic.
  [[nodiscard]] std::string help() {
    return diagnostics.list().size() == 1 ? diagnostics.list()[0].help : "not one diagnostic";
  }
};

template <typename Item>
std::vector<std::string> paths_of(const std::vector<Item>& items) {
  std::vector<std::string> paths;
  for (const Item& item : items) paths.push_back(item.path);
  return paths;
}

}  // namespace lamppost::test
