#include "diagnostics/unified_diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "diagnostics/display.h"

namespace lamppost {
namespace {

constexpr std::size_t context = 3;
/// Past so many lines that differ the time and memory of comparing are not worth it.
constexpr std::size_t most_edits = 1000;

using LineList = std::vector<std::string_view>;

/// The lines with their ends; the last may have none.
LineList whole_lines(std::string_view text) {
  LineList lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// One line of a comparison: ` ` in both, `-` only before, `+` only after.
struct ComparedLine {
  char mark = ' ';
  std::string_view text;
};

/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): quick where little
/// differs, as it does here.
class Comparison {
 public:
  Comparison(const LineList& a, const LineList& b)
      : a_(a), b_(b), offset_(std::min(a.size() + b.size(), most_edits) + 1) {}

  std::vector<ComparedLine> run() {
    std::vector<std::size_t> furthest(2 * offset_ + 1);
    for (std::size_t edits = 0; edits < offset_; ++edits) {
      trace_.push_back(furthest);
      if (step(furthest, edits)) return lines();
    }
    return replaced();
  }

 private:
  [[nodiscard]] bool goes_down(const std::vector<std::size_t>& furthest, std::size_t k,
                               std::size_t edits) const {
    if (k == offset_ - edits) return true;
    return k != offset_ + edits && furthest[k - 1] < furthest[k + 1];
  }

  /// Goes as far as so many edits lead; whether that is the end.
  bool step(std::vector<std::size_t>& furthest, std::size_t edits) {
    for (std::size_t k = offset_ - edits; k <= offset_ + edits; k += 2) {
      std::size_t x = goes_down(furthest, k, edits) ? furthest[k + 1] : furthest[k - 1] + 1;
      std::size_t y = x + offset_ - k;
      while (x < a_.size() && y < b_.size() && a_[x] == b_[y]) {
        ++x;
        ++y;
      }
      furthest[k] = x;
      if (x >= a_.size() && y >= b_.size()) return true;
    }
    return false;
  }

  /// Where more differs than can be compared: all of it.
  [[nodiscard]] std::vector<ComparedLine> replaced() const {
    std::vector<ComparedLine> all;
    for (const auto line : a_) all.push_back({'-', line});
    for (const auto line : b_) all.push_back({'+', line});
    return all;
  }

  /// The way back.
  [[nodiscard]] std::vector<ComparedLine> lines() const {
    std::vector<ComparedLine> way;
    std::size_t x = a_.size();
    std::size_t y = b_.size();
    for (std::size_t edits = trace_.size() - 1; x > 0 || y > 0; --edits) {
      const auto& furthest = trace_[edits];
      const std::size_t k = x + offset_ - y;
      const bool is_down = goes_down(furthest, k, edits);
      const std::size_t before_k = is_down ? k + 1 : k - 1;
      const std::size_t before_x = edits == 0 ? 0 : furthest[before_k];
      const std::size_t before_y = edits == 0 ? 0 : before_x + offset_ - before_k;
      while (x > before_x && y > before_y) {
        way.push_back({' ', a_[--x]});
        --y;
      }
      if (edits == 0) break;
      way.push_back(is_down ? ComparedLine{'+', b_[--y]} : ComparedLine{'-', a_[--x]});
    }
    std::reverse(way.begin(), way.end());
    return way;
  }

  const LineList& a_;
  const LineList& b_;
  std::size_t offset_;
  std::vector<std::vector<std::size_t>> trace_;
};

/// Lines at both ends that are the same need no comparing, which keeps its memory small.
std::vector<ComparedLine> compared(LineList a, LineList b) {
  const auto head = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  std::size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  std::vector<ComparedLine> all;
  for (std::size_t i = 0; i < head; ++i) all.push_back({' ', a[i]});
  const auto part = [&](const LineList& lines) {
    return LineList(lines.begin() + static_cast<std::ptrdiff_t>(head),
                    lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  const LineList middle_a = part(a);
  const LineList middle_b = part(b);
  for (const ComparedLine& line : Comparison(middle_a, middle_b).run()) all.push_back(line);
  for (std::size_t i = a.size() - tail; i < a.size(); ++i) all.push_back({' ', a[i]});
  return all;
}

std::string range(std::size_t first, std::size_t count) {
  const std::size_t shown = count == 0 ? first : first + 1;
  return count == 1 ? std::to_string(shown) : std::to_string(shown) + ',' + std::to_string(count);
}

std::string shown(const ComparedLine& line) {
  const std::string text = line.mark + std::string(line.text);
  return text.ends_with('\n') ? text : text + "\n\\ No newline at end of file\n";
}

/// Where the hunk that begins with the change at `at` ends: at most two contexts lie between its
/// changes.
std::size_t hunk_end(const std::vector<ComparedLine>& lines, std::size_t at) {
  std::size_t last = at;
  for (std::size_t i = at; i < lines.size() && i <= last + 2 * context; ++i) {
    if (lines[i].mark != ' ') last = i;
  }
  return std::min(last + 1 + context, lines.size());
}

}  // namespace

std::string unified_diff(std::string_view file, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<ComparedLine> lines = compared(whole_lines(before), whole_lines(after));
  std::string diff = "--- a/" + std::string(file) + "\n+++ b/" + std::string(file) + '\n';
  std::size_t a = 0;  // lines before and after, above `at`
  std::size_t b = 0;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t change = at;
    while (change < lines.size() && lines[change].mark == ' ') ++change;
    if (change == lines.size()) break;
    const std::size_t begin = std::max(at, change - std::min(change, context));
    const std::size_t end = hunk_end(lines, change);
    a += begin - at;
    b += begin - at;
    std::string text;
    std::size_t count_a = 0;
    std::size_t count_b = 0;
    for (at = begin; at < end; ++at) {
      text += shown(lines[at]);
      count_a += lines[at].mark != '+' ? 1 : 0;
      count_b += lines[at].mark != '-' ? 1 : 0;
    }
    diff += "@@ -" + range(a, count_a) + " +" + range(b, count_b) + " @@\n" + text;
    a += count_a;
    b += count_b;
  }
  return diff;
}

std::string visible_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines += visible(line) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace lamppost
