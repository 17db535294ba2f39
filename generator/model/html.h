#pragma once

#include <string>
#include <utility>

namespace lamppost {

/// Markup that is safe to put into a page as it is. Only `markdown` makes it from what
/// contributors wrote, and `render` from its own markup; all other text is escaped where it goes
/// in.
class Html {
 public:
  Html() = default;
  explicit Html(std::string markup) : markup_(std::move(markup)) {}

  [[nodiscard]] const std::string& markup() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }
  friend bool operator==(const Html&, const Html&) = default;

 private:
  std::string markup_;
};

}  // namespace lamppost
