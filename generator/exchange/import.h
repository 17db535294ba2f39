#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "exchange/page_record.h"
#include "scaffold/content_files.h"

namespace lamppost {

/// What an import needs to know of the content that is there.
struct ImportTarget {
  std::string default_language = "en";
  std::vector<std::string> clusters;  ///< slugs
  bool replaces = false;              ///< a page of the same path may be there
  /// The file that has the address a path would have: the path itself, or the same page as a bundle
  /// or not. Nothing where it is free.
  std::function<std::optional<std::string>(const std::string& path)> taken_by;
};

/// Makes content files of what a file to be imported holds. Every page that can't be taken is a
/// diagnostic at its place in that file, in the words of `check`; the others are given back.
[[nodiscard]] std::vector<ContentFile> import_pages(const SourceText& text, PageFormat format,
                                                    const ImportTarget& target,
                                                    Diagnostics& diagnostics);

}  // namespace lamppost
