#include "markdown/raw_html.h"

#include <array>
#include <cstddef>

namespace lamppost {
namespace {

struct TagAdvice {
  std::string_view tags;  ///< each between spaces
  std::string_view help;
};

constexpr std::array<TagAdvice, 15> tag_advice = {{
    {" br ", "end the line with a backslash `\\` to begin a new line"},
    {" b strong ", "write `**text**` for bold text"},
    {" i em cite dfn var ", "write `*text*` for text in italics"},
    {" s del strike ", "write `~~text~~` for text that no longer holds"},
    {" a ", "write `[text](address)` for a link"},
    {" img picture figure figcaption svg ",
     "write `![what the picture shows](picture.jpg)` for a picture beside the page"},
    {" iframe embed object video audio source ", "link to it: `[title](https://…)`"},
    {" h1 h2 h3 h4 h5 h6 ", "write `## Heading`, with `###` for the next level"},
    {" ul ol li dl dt dd ", "begin each entry of a list with `- ` or `1. `"},
    {" table thead tbody tr th td ", "write a table with `|` between the cells"},
    {" hr ", "write `---` on a line of its own"},
    {" code pre kbd samp tt ", "write it between backticks: `` `text` ``"},
    {" blockquote q ", "begin each line of a quotation with `> `"},
    {" script style link meta template ",
     "leave it out; programs and styles belong to the site's theme"},
    {" form input button select textarea ", "leave it out, and link to the form instead"},
}};

constexpr std::string_view general_help =
    "leave the tag out; a blank line begins a new paragraph, and a tag to be shown as text goes "
    "between backticks";

/// The name of the first tag, lower-case; empty for a comment, a declaration and the like.
std::string tag_name(std::string_view markup) {
  std::size_t at = markup.find('<');
  if (at == std::string_view::npos) return {};
  if (++at < markup.size() && markup[at] == '/') ++at;
  std::string name;
  for (; at < markup.size(); ++at) {
    const char c = markup[at];
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_inner = (c >= '0' && c <= '9') || c == '-';
    if (!is_upper && !(c >= 'a' && c <= 'z') && (name.empty() || !is_inner)) break;
    name += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

std::string_view help_for(const std::string& name) {
  for (const TagAdvice& advice : tag_advice) {
    if (advice.tags.find(' ' + name + ' ') != std::string_view::npos) return advice.help;
  }
  return general_help;
}

}  // namespace

RawHtmlAdvice raw_html_advice(std::string_view markup) {
  const std::string name = tag_name(markup);
  if (!name.empty()) {
    const bool closes = markup.substr(markup.find('<')).substr(0, 2) == "</";
    return {"the HTML tag `<" + std::string(closes ? "/" : "") + name + ">`",
            std::string(help_for(name))};
  }
  if (markup.find("<!--") != std::string_view::npos) {
    return {"the HTML comment", "leave it out; what readers should not see does not belong here"};
  }
  return {"raw HTML", std::string(general_help)};
}

}  // namespace lamppost
