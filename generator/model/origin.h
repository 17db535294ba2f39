#pragma once

#include <string>
#include <vector>

#include "model/value.h"

namespace lamppost {

/// Where a page of the content comes from.
struct Origin {
  std::string file;        ///< as shown to people: `content/initiatives/humble-lamppost.fr.md`
  std::string path;        ///< below the content folder: `initiatives/humble-lamppost.fr.md`
  std::string slug;        ///< `humble-lamppost`; empty for the home page
  std::string language;    ///< as in the file's name: `fr`; empty for the default language
  bool is_bundle = false;  ///< `<slug>/index.md`: files beside it are published with it
  /// The front matter as written, to compare a translation with its page. A site has it of those
  /// only.
  ValueMap given;
  Span front_matter;  ///< the lines between the `+++`, where a missing key would be written

  friend bool operator==(const Origin&, const Origin&) = default;
};

}  // namespace lamppost
