#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace lamppost {

/// Gives the headings of one page their ids: each once, in the order of the page.
/// None begins with `fn-` or `fnref-` (the footnotes' ids) or with `lp-`, which is left to what a
/// theme puts around the text.
class HeadingIds {
 public:
  /// The id of the next heading with that text: `goals`, for a second one `goals-1`; `section`
  /// where the text has neither letter nor digit.
  [[nodiscard]] std::string next(std::string_view text);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::uint32_t>
      repetitions_;  ///< so that many equal ones are cheap
};

}  // namespace lamppost
