#include "check/likeness.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/slug.h"

namespace lamppost {
namespace {

constexpr std::array<std::string_view, 12> words_without_weight = {
    "a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "initiative", "project"};

bool is_small(std::string_view word) {
  return std::find(words_without_weight.begin(), words_without_weight.end(), word) !=
         words_without_weight.end();
}

/// Without the plural's `s`: `lampposts`, but not `bus` or `process`.
std::string_view singular(std::string_view word) {
  const bool is_plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

char ascii_lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string slug = slug_from(title);
  std::string key;
  for (std::string_view rest = slug; !rest.empty();) {
    const auto end = std::min(rest.find('-'), rest.size());
    const auto word = rest.substr(0, end);
    if (!is_small(word)) key += singular(word);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return key.empty() ? slug : key;
}

std::string website_key(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  while (url.ends_with('/')) url.remove_suffix(1);
  std::string key(url);
  const auto host_end =
      key.begin() + static_cast<std::ptrdiff_t>(std::min(key.find('/'), key.size()));
  std::transform(key.begin(), host_end, key.begin(), ascii_lower_case);
  return key.starts_with("www.") ? key.substr(4) : key;
}

std::span<const std::string_view> small_words() { return words_without_weight; }

}  // namespace lamppost
