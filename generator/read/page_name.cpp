#include "read/page_name.h"

#include <algorithm>
#include <cstddef>

#include "model/slug.h"

namespace lamppost {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// A script (`latn` to `Latn`) or region (`br` to `BR`, `419`) as RFC 5646 writes it; empty for
/// anything else.
std::string subtag(std::string_view text) {
  const bool letters = std::all_of(text.begin(), text.end(), is_letter);
  std::string tag(text);
  if (text.size() == 4 && letters) {
    std::transform(tag.begin(), tag.end(), tag.begin(), to_lower);
    tag[0] = to_upper(tag[0]);
    return tag;
  }
  if (text.size() == 2 && letters) {
    std::transform(tag.begin(), tag.end(), tag.begin(), to_upper);
    return tag;
  }
  return text.size() == 3 && std::all_of(text.begin(), text.end(), is_digit) ? tag : std::string();
}

/// A language tag in the case it is written in; empty for what does not look like one.
std::string language_tag(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('-'));
  if (first.size() != 2 || !std::all_of(first.begin(), first.end(), is_letter)) return {};
  std::string tag(first);
  std::transform(tag.begin(), tag.end(), tag.begin(), to_lower);
  for (std::size_t at = first.size(); at < text.size();) {
    const std::string_view rest = text.substr(at + 1);
    const std::string next = subtag(rest.substr(0, rest.find('-')));
    if (next.empty()) return {};
    tag += '-' + next;
    at += 1 + next.size();
  }
  return tag;
}

}  // namespace

PageName page_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::string_view ending = dot == npos ? std::string_view() : name.substr(dot + 1);
  PageName page;
  page.language = language_tag(ending);
  page.stem = page.language.empty() ? name : name.substr(0, dot);
  page.is_right = (is_slug(page.stem) || page.stem == "_index") && page.language == ending;
  if (page.is_right) return page;
  const std::string slug = page.stem == "_index" ? page.stem : slug_from(page.stem);
  if (slug.empty()) return page;
  page.better = page.language.empty() ? slug : slug + '.' + page.language;
  return page;
}

}  // namespace lamppost
