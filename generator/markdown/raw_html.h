#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// What to tell somebody who wrote HTML into Markdown.
struct RawHtmlAdvice {
  std::string what;  ///< names it: "the HTML tag `<br>`", "the HTML comment"
  std::string help;  ///< what to write instead
};

/// `markup` is what the Markdown parser took for HTML: a tag, a comment, or a block of them.
[[nodiscard]] RawHtmlAdvice raw_html_advice(std::string_view markup);

}  // namespace lamppost
