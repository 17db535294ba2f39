#include "diagnostics/suggest.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "diagnostics/source_text.h"

namespace lamppost {

namespace {

/// Longer than any name a person mistypes; keeps the comparison of two texts cheap.
constexpr std::size_t longest_word = 256;

char32_t without_case(char32_t value) {
  if (value >= U'A' && value <= U'Z') return value + (U'a' - U'A');
  return value == U'_' || value == U' ' ? U'-' : value;
}

/// The characters that count: what is free to differ is made the same.
std::u32string comparable(std::string_view word) {
  std::u32string characters;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = character_at(word, at);
    characters.push_back(without_case(character.value));
    at += character.size;
  }
  return characters;
}

/// How often each letter stands in a word; letters that share a place are counted together.
using LetterCounts = std::array<int, 32>;

LetterCounts letter_counts(std::u32string_view word) {
  LetterCounts counts{};
  for (const char32_t letter : word) ++counts.at(letter % counts.size());
  return counts;
}

/// A distance that two words have at least: letters that one has and the other lacks. Costs little
/// and spares most of the candidates the comparison.
std::size_t least_distance(const LetterCounts& a, const LetterCounts& b) {
  int lacking = 0;
  int surplus = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    lacking += std::max(b[i] - a[i], 0);
    surplus += std::max(a[i] - b[i], 0);
  }
  return static_cast<std::size_t>(std::max(lacking, surplus));
}

/// Three rows of the table of distances: this, the one before and the one before that.
struct Rows {
  std::vector<std::size_t> earlier;
  std::vector<std::size_t> before;
  std::vector<std::size_t> current;
};

/// Fills the row for the first `i` characters of `a`.
void fill_row(Rows& rows, std::u32string_view a, std::u32string_view b, std::size_t i) {
  rows.current[0] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::size_t replaced = rows.before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    rows.current[j] = std::min({replaced, rows.before[j] + 1, rows.current[j - 1] + 1});
    const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    if (is_swapped) rows.current[j] = std::min(rows.current[j], rows.earlier[j - 2] + 1);
  }
}

/// The distance by optimal string alignment, or nothing where it is more than `most`.
std::optional<std::size_t> distance(std::u32string_view a, std::u32string_view b,
                                    std::size_t most) {
  Rows rows{std::vector<std::size_t>(b.size() + 1), std::vector<std::size_t>(b.size() + 1),
            std::vector<std::size_t>(b.size() + 1)};
  std::iota(rows.current.begin(), rows.current.end(), 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows.earlier.swap(rows.before);
    rows.before.swap(rows.current);
    fill_row(rows, a, b, i);
    // A later row is made of these two, so it can't get below them.
    if (std::min(*std::ranges::min_element(rows.current),
                 *std::ranges::min_element(rows.before) + 1) > most) {
      return std::nullopt;
    }
  }
  return rows.current.back() <= most ? std::optional(rows.current.back()) : std::nullopt;
}

}  // namespace

std::string in_ticks(std::string_view text) { return '`' + std::string(text) + '`'; }

std::optional<std::string> nearest(std::string_view written,
                                   std::span<const std::string> candidates) {
  const std::u32string word = comparable(written.substr(0, 4 * longest_word + 4));
  if (word.size() > longest_word) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t best_distance = longest_word;
  const LetterCounts letters = letter_counts(word);
  for (const std::string& candidate : candidates) {
    const std::u32string other = comparable(candidate);
    if (other.size() > longest_word) continue;
    const std::size_t third = std::max(word.size(), other.size()) / 3;
    const std::size_t most = std::min(third, best_distance - 1);
    if (least_distance(letters, letter_counts(other)) > most) continue;
    const auto found = distance(word, other, most);
    if (!found) continue;
    best = &candidate;
    best_distance = *found;
    if (best_distance == 0) break;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

bool is_only_near(std::string_view written, std::span<const std::string> candidates) {
  const auto meant = nearest(written, candidates);
  if (!meant) return false;
  if (comparable(written) == comparable(*meant)) return true;
  std::vector<std::string> others(candidates.begin(), candidates.end());
  std::erase(others, *meant);
  return !nearest(written, others);
}

std::string one_of(std::span<const std::string> candidates, std::size_t most) {
  const std::size_t shown = std::min(candidates.size(), most);
  const std::size_t others = candidates.size() - shown;
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == shown && others == 0;
    if (i > 0) list += is_last ? " or " : ", ";
    list += '`' + candidates[i] + '`';
  }
  if (others == 0) return list;
  if (shown > 0) list += " or ";
  return list + std::to_string(others) + (others == 1 ? " other" : " others");
}

}  // namespace lamppost
