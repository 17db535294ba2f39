#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// What the name of a page's file says.
struct PageName {
  std::string stem;      ///< `humble-lamppost`
  std::string language;  ///< `fr`; empty where the name has none
  /// Empty if the name is right; else the nearest right one, without its ending.
  std::string better;
  bool is_right = false;

  friend bool operator==(const PageName&, const PageName&) = default;
};

/// Reads the name of a page's file without its ending: `humble-lamppost.fr`. What follows the last
/// dot is a language if it looks like one: two letters, and maybe a script or region (`pt-BR`).
[[nodiscard]] PageName page_name(std::string_view name);

}  // namespace lamppost
