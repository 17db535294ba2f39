#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/origin.h"
#include "model/value.h"

namespace lamppost {

/// A page that is no initiative (about, privacy), and the home page's introduction.
struct FreePage {
  Origin origin;

  Located<std::string> title;
  std::string summary;
  std::optional<std::int64_t> weight;
  bool menu = false;  ///< listed in the site's menu
  bool draft = false;
  ValueMap extra;

  friend bool operator==(const FreePage&, const FreePage&) = default;
};

}  // namespace lamppost
