#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/initiative.h"

namespace lamppost {

/// An action cluster: the keys of its front matter by the same names.
struct Cluster {
  Origin origin;

  Located<std::string> title;
  std::string summary;
  std::optional<std::int64_t> weight;
  std::optional<Image> image;
  std::vector<Located<std::string>> aliases;
  bool draft = false;
  ValueMap extra;

  friend bool operator==(const Cluster&, const Cluster&) = default;
};

}  // namespace lamppost
