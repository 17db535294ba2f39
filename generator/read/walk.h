#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "read/folder.h"
#include "read/source_tree.h"

namespace lamppost {

/// A folder that is being walked: where it lies, and its path below its root.
struct Place {
  std::string file;  ///< as shown to people, and how it is opened: `content/initiatives`
  std::string path;  ///< `initiatives`; empty for the root
  int depth = 0;     ///< folders between it and its root

  [[nodiscard]] Place at(std::string_view name) const;
};

/// Whether a file or folder of that name is never content: hidden, a README, an editor's leftover.
[[nodiscard]] bool is_passed_over(std::string_view name);

/// Finds files below one root and collects them. What no rule of the site concerns is left out
/// here: hidden names, READMEs, editors' leftovers; and, with a diagnostic, symbolic links, special
/// files, names that can't be written down, and folders that lie too deep.
class Walk {
 public:
  Walk(SourceTree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  /// The files and folders in a place that are worth looking at.
  [[nodiscard]] std::vector<FolderEntry> entries(const Place& place);

  void add(const Place& place, const FolderEntry& entry, SourceEntry found);

  /// Takes a file that is published under `output_path`. Of a picture the size is read.
  void add_asset(const Place& place, const FolderEntry& entry, std::string output_path);

  /// A mistake that concerns a file or folder as a whole.
  void report(Code code, const std::string& file, std::string message, std::string help);

 private:
  [[nodiscard]] bool is_of_interest(const Place& place, const FolderEntry& entry);

  SourceTree& tree_;
  Diagnostics& diagnostics_;
};

}  // namespace lamppost
