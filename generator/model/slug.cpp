#include "model/slug.h"

#include "model/language.h"

namespace lamppost {
namespace {

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_slug(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  char before = 'a';
  for (const char c : text) {
    if (c == '-' ? before == '-' : !is_lower_or_digit(c)) return false;
    before = c;
  }
  return true;
}

std::string slug_from(std::string_view text) {
  std::string slug;
  bool group_ended = false;
  for (char c : to_ascii(text)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!is_lower_or_digit(c)) {
      group_ended = true;
      continue;
    }
    if (group_ended && !slug.empty()) slug += '-';
    group_ended = false;
    slug += c;
  }
  return slug;
}

}  // namespace lamppost
