#include "check/similar.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/suggest.h"
#include "model/slug.h"

namespace lamppost {
namespace {

/// Words that make no title another one.
constexpr std::array<std::string_view, 12> small_words = {
    "a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "initiative", "project"};

bool is_small(std::string_view word) {
  return std::find(small_words.begin(), small_words.end(), word) != small_words.end();
}

/// Without the plural's `s`: `lampposts`, but not `bus` or `process`.
std::string_view singular(std::string_view word) {
  const bool is_plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

/// What is left of a title where capitals, accents, signs, plurals and small words don't count:
/// `The Humble Lamp-Posts` as `humblelamppost`. Digits stay: `Phase 1` is not `Phase 2`.
std::string title_key(const std::string& title) {
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

char ascii_lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// An address without what leads to the same page: scheme, `www.`, the case of the host, the slash
/// at the end, a fragment.
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

class SimilarInitiatives {
 public:
  SimilarInitiatives(const Edition& edition, Diagnostics& diagnostics)
      : edition_(edition), diagnostics_(diagnostics) {}

  void check() {
    for (const LocalInitiative& local : edition_.initiatives) {
      const Initiative& initiative = local.initiative;
      if (initiative.title.value.empty()) continue;  // its front matter could not be read
      check_title(initiative);
      if (!initiative.website.empty()) check_website(initiative);
    }
  }

 private:
  using Firsts = std::unordered_map<std::string, const Initiative*>;

  void check_title(const Initiative& initiative) {
    const auto [first, is_first] =
        by_title_.emplace(title_key(initiative.title.value), &initiative);
    if (is_first) return;
    const auto& other = first->second->title.value;
    say(initiative, *first->second,
        other == initiative.title.value
            ? "another initiative has the same title"
            : "another initiative is called nearly the same: " + in_ticks(other),
        "if it is the same one, keep one of the two pages; else say in the title how they differ");
  }

  void check_website(const Initiative& initiative) {
    const auto [first, is_first] =
        by_website_.emplace(website_key(initiative.website), &initiative);
    if (is_first) return;
    say(initiative, *first->second,
        "another initiative has the same website, " + in_ticks(initiative.website),
        "if it is the same one, keep one of the two pages; else give each the page about it");
  }

  void say(const Initiative& initiative, const Initiative& other, std::string message,
           std::string help) {
    auto diagnostic = diagnostic_at(initiative.origin.file, Code::similar_initiative,
                                    initiative.title.where, std::move(message), std::move(help));
    diagnostic.notes.push_back({"this is the other one", other.origin.file, other.title.where});
    diagnostics_.add(std::move(diagnostic));
  }

  const Edition& edition_;
  Diagnostics& diagnostics_;
  Firsts by_title_;
  Firsts by_website_;
};

}  // namespace

void check_similar(const Site& site, Diagnostics& diagnostics) {
  SimilarInitiatives(site.editions.front(), diagnostics).check();
}

}  // namespace lamppost
